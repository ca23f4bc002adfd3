// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

/** Which page of a list is wanted; the first page has number 1, as it has for readers. */
public record PageRequest(int number, int size) {

    public static final int USUAL_SIZE = 50;
    public static final int LARGEST_SIZE = 500;

    public PageRequest {
        if (number < 1 || size < 1 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("No such page: " + number + " of " + size);
        }
    }

    public static PageRequest first() {
        return new PageRequest(1, USUAL_SIZE);
    }

    public static PageRequest page(int number) {
        return new PageRequest(number, USUAL_SIZE);
    }

    /** The nearest page that exists, for numbers that come from an address bar. */
    public static PageRequest nearest(int number, int size) {
        return new PageRequest(Math.max(1, number), Math.clamp(size, 1, LARGEST_SIZE));
    }

    public PageRequest next() {
        return new PageRequest(Math.addExact(number, 1), size);
    }

    /** How many rows come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }
}
