// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

/** Which cases are wanted, and in which order. */
public record CaseFilter(View view, Sort sort) {

    /** A list that people work from. */
    public enum View {
        /** Open, with me as handler. */
        MINE,
        /** Open, of my units. */
        TEAM,
        /** Open and without a handler, of my units or of all when I spread work. */
        UNASSIGNED,
        /** Open past its term, of my units or of all when I spread work. */
        OVERDUE,
        /** All that are open and that I may see. */
        ALL_OPEN,
        /** Those that ended, the last one first. */
        CLOSED
    }

    /** An order. */
    public enum Sort {
        DUE_FIRST,
        NEWEST_FIRST
    }

    public static CaseFilter of(View view) {
        return new CaseFilter(view, Sort.DUE_FIRST);
    }
}
