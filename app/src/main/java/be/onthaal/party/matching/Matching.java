// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.List;

/**
 * What was found in a set of profiles.
 *
 * @param model what was learned, to judge new profiles with
 * @param pairs the pairs that are of one person or should be looked at, the surest first
 * @param clusters the profiles of one person, for each person with more than one
 */
public record Matching(Model model, List<MatchedPair> pairs, List<List<String>> clusters) {

    public Matching {
        pairs = List.copyOf(pairs);
        clusters = List.copyOf(clusters);
    }
}
