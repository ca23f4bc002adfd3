// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.List;

/**
 * Why a pair has its weight: the start, the findings and the household add up to it.
 *
 * @param start the weight of any two profiles before looking
 * @param household what is taken off because a family could look the same
 * @param namesSwapped whether the family name of the one is the given name of the other
 */
public record Explanation(
        MatchedPair pair,
        double start,
        double household,
        boolean namesSwapped,
        List<Finding> findings) {

    public Explanation {
        findings = List.copyOf(findings);
    }
}
