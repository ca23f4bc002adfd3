// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import java.util.UUID;

/** Two customers who are two people, or may be one after all; and why. */
record NeverSameBody(UUID one, UUID other, String reason) {}
