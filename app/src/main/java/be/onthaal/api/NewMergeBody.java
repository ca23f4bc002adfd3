// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.UUID;

/** Two customers who are one. */
record NewMergeBody(UUID kept, UUID gone, String reason) {}
