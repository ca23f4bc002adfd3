// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * One end of a merge of two cases, as it is seen from the other: what was merged into a case, or
 * what a case was merged into.
 *
 * @param origin what the other case was opened from
 * @param reason why they were merged
 */
public record MergedCase(
        CaseLine other, Optional<Origin> origin, String reason, Instant at, String by) {}
