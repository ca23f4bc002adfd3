// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.party.matching.Explanation;
import java.util.Optional;

/**
 * What would become one customer.
 *
 * @param obstacle why they cannot be merged, as the key of a sentence
 * @param explanation why they are, or are not, likely one person; for persons only
 */
public record MergePreview(
        Party one, Party other, Optional<String> obstacle, Optional<Explanation> explanation) {}
