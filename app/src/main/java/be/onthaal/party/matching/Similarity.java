// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/** How alike two texts are, by the letters they have in common and the slips between them. */
final class Similarity {

    private static final int LONGEST = 64;
    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private Similarity() {}

    /** 1 for equal texts and 0 for texts without a letter in common (Jaro 1989; Winkler 1990). */
    static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    /** Letters in common count when they stand within half the longer text of each other. */
    private static double jaro(String a, String b) {
        int lengthA = Math.min(a.length(), LONGEST);
        int lengthB = Math.min(b.length(), LONGEST);
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long takenA = 0;
        long takenB = 0;
        int common = 0;
        for (int i = 0; i < lengthA; i++) {
            int until = Math.min(lengthB, i + window + 1);
            for (int j = Math.max(0, i - window); j < until; j++) {
                if ((takenB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    takenA |= 1L << i;
                    takenB |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double share = common;
        int crossed = crossed(a, b, takenA, takenB);
        return (share / lengthA + share / lengthB + (share - crossed / 2) / share) / 3;
    }

    private static int crossed(String a, String b, long takenA, long takenB) {
        int crossed = 0;
        long restB = takenB;
        for (long restA = takenA; restA != 0; restA &= restA - 1) {
            int i = Long.numberOfTrailingZeros(restA);
            int j = Long.numberOfTrailingZeros(restB);
            crossed += a.charAt(i) == b.charAt(j) ? 0 : 1;
            restB &= restB - 1;
        }
        return crossed;
    }

    /**
     * Whether so many slips turn one text into the other: a letter more, less, other, or two
     * neighbours crossed (Damerau 1964).
     */
    static boolean within(String a, String b, int slips) {
        if (Math.abs(a.length() - b.length()) > slips) {
            return false;
        }
        int from = 0;
        int endA = a.length();
        int endB = b.length();
        while (from < endA && from < endB && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        if (endA == from || endB == from) {
            return endA - from + endB - from <= slips;
        }
        int rest = endA - from;
        if (slips < 2) {
            boolean one = rest == 1 || rest == 2 && endB == from + 2 && isCrossed(a, endA, b, endB);
            return slips == 1 && rest == endB - from && one;
        }
        return distance(a.substring(from, endA), b.substring(from, endB), slips) <= slips;
    }

    /** The least number of slips, or more than the limit as soon as that is sure. */
    private static int distance(String a, String b, int limit) {
        int width = b.length() + 1;
        int[] before = new int[width];
        int[] above = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j < width; j++) {
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(above[j - 1] + other, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && isCrossed(a, i, b, j)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                row[j] = least;
                best = Math.min(best, least);
            }
            if (best > limit) {
                return best;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[width - 1];
    }

    private static boolean isCrossed(String a, int i, String b, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
