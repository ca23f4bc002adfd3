// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/**
 * Two profiles and how likely they are of one person.
 *
 * @param weight in powers of two, with what was likely before looking
 */
public record MatchedPair(
        String first, String second, double probability, double weight, Verdict verdict) {}
