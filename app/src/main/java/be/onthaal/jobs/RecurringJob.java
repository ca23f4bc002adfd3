// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.jobs;

import java.time.Duration;
import java.time.LocalTime;

/** Work that comes back; one process does it at a time, and a crash only delays it. */
public interface RecurringJob {

    /** Stable name; also the key in the database. */
    String name();

    /** When it comes back. */
    Rhythm rhythm();

    /** Does it once. It binds callers of its own, one authority at a time. */
    void run();

    /** When work comes back. */
    sealed interface Rhythm {

        /** After each run, this long later. */
        record Every(Duration pause) implements Rhythm {}

        /** Each day at this time in Brussels. */
        record DailyAt(LocalTime time) implements Rhythm {}
    }

    /** A job from a name, a rhythm and what to do. */
    static RecurringJob of(String name, Rhythm rhythm, Runnable work) {
        return new RecurringJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Rhythm rhythm() {
                return rhythm;
            }

            @Override
            public void run() {
                work.run();
            }
        };
    }
}
