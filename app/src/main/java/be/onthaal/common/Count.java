// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** How many there are: exactly, or at least so many when counting on would cost too much. */
public record Count(long value, boolean exact) {

    /** A free search is counted exactly up to here; beyond it the screen says "1.000+". */
    public static final long SEARCH_LIMIT = 1_000;

    public Count {
        if (value < 0) {
            throw new IllegalArgumentException("A count is never negative: " + value);
        }
    }

    public static Count exactly(long value) {
        return new Count(value, true);
    }

    public static Count atLeast(long value) {
        return new Count(value, false);
    }

    /** What a query that stops counting one row past the limit has found. */
    public static Count upTo(long limit, long found) {
        return found > limit ? atLeast(limit) : exactly(found);
    }

    public boolean isZero() {
        return value == 0 && exact;
    }
}
