// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts the statements of one request, so that a page can be held to its budget. */
public final class StatementCount {

    private static final ScopedValue<AtomicInteger> CURRENT = ScopedValue.newInstance();

    private StatementCount() {}

    /** Runs the work with a fresh counter, which the work may read through {@link #soFar()}. */
    public static <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, new AtomicInteger()).call(work::get);
    }

    /** Statements since the counter began; 0 when nobody counts. */
    public static int soFar() {
        return CURRENT.isBound() ? CURRENT.get().get() : 0;
    }

    /** One more statement was sent. */
    public static void one() {
        if (CURRENT.isBound()) {
            CURRENT.get().incrementAndGet();
        }
    }
}
