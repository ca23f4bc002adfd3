// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on another thread, and no longer than it must. */
final class Eventually {

    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    static void until(Duration most, Supplier<String> story, BooleanSupplier happened) {
        long end = System.nanoTime() + most.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("It did not happen in " + most + ": " + story.get());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
