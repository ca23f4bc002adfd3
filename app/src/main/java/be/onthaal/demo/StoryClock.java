// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the demo: the real time, but for a story that is told at a moment of the past. */
final class StoryClock extends Clock {

    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private final Clock real;

    StoryClock(Clock real) {
        this.real = real;
    }

    /** Does the work as if it were this moment. */
    static void at(Instant moment, Runnable work) {
        ScopedValue.where(TOLD, moment).run(work);
    }

    @Override
    public Instant instant() {
        return TOLD.isBound() ? TOLD.get() : real.instant();
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
