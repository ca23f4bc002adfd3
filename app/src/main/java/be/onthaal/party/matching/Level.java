// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** How well two values agree; which of the middle levels exist depends on the trait. */
public enum Level {
    /** One of the two is not known, which says nothing. */
    ABSENT,
    EXACT,
    /** One slip of the pen: a letter or digit more, less, other or in the wrong place. */
    NEAR,
    /** More differs than one slip explains, yet less than chance would make. */
    SIMILAR,
    /** One of the two is an abbreviation or an estimate of the other. */
    PARTIAL,
    /** Day and month have changed places. */
    SWAPPED,
    DIFFERENT;

    static final int COUNT = values().length;
    private static final Level[] BY_CODE = values();

    static Level of(int code) {
        return BY_CODE[code];
    }

    int code() {
        return ordinal();
    }
}
