// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import java.util.Map;

/**
 * What was learned from a set of profiles, enough to judge a new one: plain data to be stored.
 *
 * @param profiles how many profiles it was learned from
 * @param personRate which share of all pairs is one person
 * @param householdRate which share of all pairs is two people of one household
 * @param sameAddress which share of the pairs of one person has one address, so did not move
 * @param householdAddress which share of the households has one address in both profiles
 * @param chances per trait, how often each level is found
 * @param commonness per trait, how common the values are
 */
public record Model(
        long profiles,
        double personRate,
        double householdRate,
        double sameAddress,
        double householdAddress,
        Map<Trait, Map<Level, Chance>> chances,
        Map<Trait, Commonness> commonness) {

    public Model {
        chances = Map.copyOf(chances);
        commonness = Map.copyOf(commonness);
    }

    /** The same, with at least this share of the pairs being one person. */
    Model expecting(double least) {
        return new Model(
                profiles,
                Math.max(personRate, least),
                householdRate,
                sameAddress,
                householdAddress,
                chances,
                commonness);
    }

    /**
     * How often a level is found in the pairs of one person (m), of one household, and of strangers
     * (u), as Fellegi and Sunter (1969) call them; for parts of an address, of those who share it.
     */
    public record Chance(double person, double household, double strangers) {}

    /**
     * How common the values of a trait are.
     *
     * @param total how many values there are
     * @param coincidence how likely two strangers have the same value
     * @param counts how many profiles have a value, for those that more than two have
     */
    public record Commonness(long total, double coincidence, Map<String, Integer> counts) {

        public Commonness {
            counts = Map.copyOf(counts);
        }

        /** Logs do not see the values. */
        @Override
        public String toString() {
            return "Commonness[" + total + ", " + coincidence + "]";
        }
    }
}
