// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

/** Who may do what with such a case, when that is not everybody who handles cases. */
public record Right(Act act, Holder holder) {

    /** What is kept for some. */
    public enum Act {
        OPEN,
        EXTEND,
        CLOSE,
        REOPEN
    }

    /** For whom. */
    public enum Holder {
        /** Whoever may handle cases in its unit. */
        HANDLERS,
        /** Only its handler, or who spreads the work. */
        OWN_HANDLER,
        /** Only who spreads the work. */
        COORDINATORS
    }
}
