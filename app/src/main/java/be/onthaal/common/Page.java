// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.List;
import java.util.function.Function;

/** One page of a list, with its place in the whole. */
public record Page<T>(List<T> rows, int number, int size, Count total) {

    public Page {
        rows = List.copyOf(rows);
        if (number < 1 || size < 1 || rows.size() > size) {
            throw new IllegalArgumentException(
                    rows.size() + " rows do not fit page " + number + " of " + size);
        }
    }

    public static <T> Page<T> of(PageRequest request, List<T> rows, Count total) {
        return new Page<>(rows, request.number(), request.size(), total);
    }

    public static <T> Page<T> empty(PageRequest request) {
        return of(request, List.of(), Count.exactly(0));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    /** With a total that is only a minimum, a full page past that minimum promises a next one. */
    public boolean hasNext() {
        boolean full = rows.size() == size;
        return (long) number * size < total.value() || (!total.exact() && full);
    }

    /** The number of the last page that is certain to exist; 1 for an empty list. */
    public long lastNumber() {
        return Math.max(1, Math.ceilDiv(total.value(), size));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(rows.stream().<R>map(change).toList(), number, size, total);
    }
}
