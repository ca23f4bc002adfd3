// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

/**
 * How well two names agree. Asked for the same names again and again, so the last answers are kept
 * in a table of fixed size; one for each thread.
 */
final class NameLevels {

    private static final int KEPT_BITS = 18;
    private static final int LONG_NAME = 8;
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_WITH_SLIP = 3;
    private static final double ALIKE_FAMILY = 0.88;
    private static final double ALIKE_GIVEN = 0.85;

    /** Names of which more letters differ are not compared letter by letter. */
    private static final int MOST_DIFFERENT_LETTERS = 5;

    private final NameForms names;
    private final long[] pairs = new long[1 << KEPT_BITS];
    private final byte[] levels = new byte[1 << KEPT_BITS];

    NameLevels(NameForms names) {
        this.names = names;
    }

    Level family(int a, int b) {
        return level(a, b, 0);
    }

    Level given(int a, int b) {
        return level(a, b, 1);
    }

    private Level level(int a, int b, int kind) {
        if (a == 0 || b == 0) {
            return Level.ABSENT;
        }
        if (a == b) {
            return Level.EXACT;
        }
        if (isHopeless(a, b)) {
            return Level.DIFFERENT;
        }
        long pair = ((long) Math.min(a, b) << 32 | Math.max(a, b)) << 1 | kind;
        int slot = (int) (pair * 0x9e3779b97f4a7c15L >>> 64 - KEPT_BITS);
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            levels[slot] = (byte) (kind == 0 ? differing(a, b) : differingGiven(a, b)).code();
        }
        return Level.of(levels[slot]);
    }

    private boolean isHopeless(int a, int b) {
        return names.differentLetters(a, b) > MOST_DIFFERENT_LETTERS
                && names.whole(a).charAt(0) != names.whole(b).charAt(0)
                && !isPart(names.core(a), names.core(b))
                && !isPart(names.core(b), names.core(a));
    }

    /** Without the particles, for "Van den" in front does not make two names one. */
    private Level differing(int a, int b) {
        String coreA = names.core(a);
        String coreB = names.core(b);
        int shortest = Math.min(coreA.length(), coreB.length());
        if (coreA.equals(coreB) || isSlip(names.whole(a), names.whole(b), shortest)) {
            return Level.NEAR;
        }
        if (isPart(coreA, coreB) || isPart(coreB, coreA)) {
            return Level.PARTIAL;
        }
        boolean alike =
                Similarity.jaroWinkler(coreA, coreB) >= ALIKE_FAMILY || names.soundAlike(a, b);
        return alike ? Level.SIMILAR : Level.DIFFERENT;
    }

    private Level differingGiven(int a, int b) {
        return given(names.whole(a), names.whole(b));
    }

    private static Level given(String a, String b) {
        if (a.startsWith(b) || b.startsWith(a) || isPart(a, b) || isPart(b, a)) {
            boolean slip = Math.min(a.length(), b.length()) >= SHORTEST_PART && isSlip(a, b, 4);
            return slip ? Level.NEAR : Level.PARTIAL;
        }
        if (isSlip(a, b, Math.min(a.length(), b.length()))) {
            return Level.NEAR;
        }
        boolean alike = Similarity.jaroWinkler(a, b) >= ALIKE_GIVEN;
        return alike ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static boolean isSlip(String a, String b, int length) {
        return length >= SHORTEST_WITH_SLIP && Similarity.within(a, b, length >= LONG_NAME ? 2 : 1);
    }

    /** One of two joined names, or an initial. */
    private static boolean isPart(String part, String whole) {
        return part.length() == 1 && whole.startsWith(part)
                || part.length() >= SHORTEST_PART
                        && (whole.startsWith(part) || whole.endsWith(part));
    }
}
