// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** How well two dates of birth of eight digits agree. */
final class DateLevels {

    private DateLevels() {}

    static Level level(String a, String b) {
        if (a.equals(b)) {
            return Level.EXACT;
        }
        boolean year = a.regionMatches(0, b, 0, 4);
        boolean month = a.regionMatches(4, b, 4, 2);
        boolean day = a.regionMatches(6, b, 6, 2);
        if (!year && !(month && day)) {
            return Level.DIFFERENT;
        }
        if (year && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2)) {
            return Level.SWAPPED;
        }
        if (year && (isYearOnly(a) || isYearOnly(b))) {
            return Level.PARTIAL;
        }
        if (year && month && (isMonthOnly(a) || isMonthOnly(b))) {
            return Level.PARTIAL;
        }
        if (year && !month && !day) {
            return Level.DIFFERENT;
        }
        return Similarity.within(a, b, 1) ? Level.NEAR : Level.SIMILAR;
    }

    /** Registers that know only the year write zeros, and forms 1 January. */
    private static boolean isYearOnly(String date) {
        return date.startsWith("00", 4) || date.endsWith("0101");
    }

    private static boolean isMonthOnly(String date) {
        return date.endsWith("00") || date.endsWith("01");
    }
}
