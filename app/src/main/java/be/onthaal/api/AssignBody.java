// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.UUID;

/** The colleague who gets a case. */
record AssignBody(UUID handler) {}
