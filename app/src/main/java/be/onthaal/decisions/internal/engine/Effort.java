// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.engine;

/**
 * How much an expression may ask for at most, when all that goes in is as big as it may be.
 *
 * @param steps of the engine, each some microseconds at most
 * @param length of what comes out, in characters
 * @param items of the list that comes out
 * @param nested items in all, where those are lists themselves
 */
public record Effort(long steps, long length, long items, long nested) {

    /** Nothing at all. */
    public static final Effort NONE = new Effort(0, 0, 0, 0);

    /** A truth, a date or another value that cannot be long. */
    public static final Effort SMALL = new Effort(1, 40, 1, 1);

    private static final Effort NUMBER = new Effort(1, 140, 1, 1);
    private static final Effort TEXT = new Effort(1, 10_000, 1, 1);
    private static final Effort LIST = new Effort(1, 100_000, 1_000, 1_000);
    private static final long COUNTED = 1_000_000_000;

    private static final long MOST_STEPS = 1_000_000;
    private static final long MOST_LENGTH = 10_000_000;
    private static final long MOST_ITEMS = 1_000_000;

    /** What an input of a type may be, which is checked before each evaluation. */
    public static Effort ofInput(String type) {
        return switch (type) {
            case "boolean",
                    "date",
                    "time",
                    "dateTime",
                    "date and time",
                    "dayTimeDuration",
                    "yearMonthDuration" ->
                    SMALL;
            case "number" -> NUMBER;
            case "string" -> TEXT;
            default -> LIST;
        };
    }

    /** Both, one after the other. */
    public Effort and(Effort other) {
        return new Effort(
                least(steps + other.steps),
                least(length + other.length),
                least(items + other.items),
                least(nested + other.nested));
    }

    /** One or the other, nobody knows which. */
    public Effort or(Effort other) {
        return new Effort(
                Math.max(steps, other.steps),
                Math.max(length, other.length),
                Math.max(items, other.items),
                Math.max(nested, other.nested));
    }

    /** What it gives, which others may name without the work being done again. */
    public Effort given() {
        return new Effort(1, length, items, nested);
    }

    /** One of its items; together their texts are no longer than the whole. */
    Effort one() {
        return new Effort(1, Math.max(40, length / Math.max(1, items)), nested, nested);
    }

    /** One value that is no list, after so many steps. */
    static Effort value(long steps, long length) {
        return new Effort(steps, length, 1, 1);
    }

    boolean isTooMuch() {
        return steps > MOST_STEPS || length > MOST_LENGTH || items > MOST_ITEMS;
    }

    /** Enough for both, but never so big that it cannot be counted with. */
    static long times(long one, long other) {
        return least(least(one) * least(other));
    }

    private static long least(long count) {
        return Math.min(count, COUNTED);
    }
}
