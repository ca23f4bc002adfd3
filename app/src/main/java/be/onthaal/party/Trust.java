// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

/**
 * How much a source counts: of two that say something else the higher is believed, and of two that
 * count the same the newest.
 */
public enum Trust {
    /** An authentic source: Rijksregister, KSZ, KBO. Nobody types over it. */
    REGISTER,
    /** The customer himself, signed in with his identity card or the like. */
    STRONG_SIGN_IN,
    /** An employee who had the customer before him. */
    COUNTER,
    /** A form, a mail or a program of somebody else. */
    FORM,
    /** What came in from another system. */
    IMPORT;

    /** The trust in a source as it is written with what it states. */
    public static Trust of(String source) {
        return switch (source) {
            case "RIJKSREGISTER", "KSZ", "KBO" -> REGISTER;
            case "ACM", "EID" -> STRONG_SIGN_IN;
            case "EMPLOYEE" -> COUNTER;
            case "MAIL", "PORTAL", "API" -> FORM;
            default -> IMPORT;
        };
    }

    int number() {
        return ordinal() + 1;
    }

    static Trust of(int number) {
        return values()[number - 1];
    }
}
