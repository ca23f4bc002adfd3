// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.Set;

/**
 * What is asked of the texts of cases.
 *
 * @param words with "exact phrases", or between what may stand for each other, and - before what
 *     may not be there
 * @param with of each facet that is chosen one of these must hold
 * @param without none of these may hold
 */
public record CaseQuestion(String words, Set<Facet> with, Set<Facet> without) {

    /** Longer questions are cut off: nobody types them. */
    public static final int LONGEST = 500;

    public CaseQuestion {
        words = words.substring(0, Math.min(LONGEST, words.length())).replace('\u0000', ' ');
        with = Set.copyOf(with);
        without = Set.copyOf(without);
    }

    /** A value by which the cases that were found are divided. */
    public record Facet(Kind kind, String value) {

        /** By what cases are divided. */
        public enum Kind {
            TYPE,
            UNIT,
            STATUS,
            YEAR,
            CHANNEL
        }

        /** The mark that the index carries for it. */
        String mark() {
            String letter =
                    switch (kind) {
                        case TYPE -> "@t";
                        case UNIT -> "@u";
                        case YEAR -> "@y";
                        case CHANNEL -> "@c";
                        case STATUS -> throw new IllegalStateException("A state changes");
                    };
            return letter + value;
        }
    }
}
