// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit;

import java.time.Instant;

/** Somebody who looked at something, with the last time he did and why. */
public record Looker(String actor, Instant at, String purpose) {}
