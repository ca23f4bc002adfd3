// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs on by itself until a test sets it, and can be set free again. */
public final class MovableClock extends Clock {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public void set(Instant moment) {
        shift.set(Duration.between(Clock.systemUTC().instant(), moment));
    }

    public void advance(Duration by) {
        shift.updateAndGet(now -> now.plus(by));
    }

    public void free() {
        shift.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a day is asked of Brussels.today");
    }
}
