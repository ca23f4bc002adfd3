// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a case ends: the code of a result of its type. */
record CloseBody(@Schema(example = "answered") String result) {}
