// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.UUID;

/** Into which case another would be merged. */
record MergeWithBody(UUID into) {}
