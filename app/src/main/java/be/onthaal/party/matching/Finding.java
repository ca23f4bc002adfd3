// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/**
 * What one trait says about a pair, for a sentence on the screen.
 *
 * @param first the value in the first profile, as written; empty when not known
 * @param second the value in the second profile
 * @param weight in powers of two: 10 makes one person a thousand times more likely, -10 less
 * @param common how many profiles have the value that both have; 0 when they have none in common
 */
public record Finding(
        Trait trait, String first, String second, Level level, double weight, int common) {

    /** Logs do not see the values. */
    @Override
    public String toString() {
        return "Finding[" + trait + " " + level + " " + weight + "]";
    }
}
