// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

/** Which cases are wanted, and in which order. */
public record CaseFilter(View view, Sort sort, Narrowing narrowing) {

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

    /** An order. What is closed goes by its dates only: of that there is too much to sort. */
    public enum Sort {
        /** The term that ends first; of what is closed, what ended last. */
        DUE_FIRST,
        DUE_LAST,
        NEWEST_FIRST,
        OLDEST_FIRST,
        SUBJECT_A_Z,
        SUBJECT_Z_A,
        CUSTOMER_A_Z,
        CUSTOMER_Z_A,
        TYPE_A_Z,
        TYPE_Z_A,
        HANDLER_A_Z,
        HANDLER_Z_A
    }

    public CaseFilter(View view, Sort sort) {
        this(view, sort, Narrowing.NONE);
    }

    public static CaseFilter of(View view) {
        return new CaseFilter(view, Sort.DUE_FIRST);
    }
}
