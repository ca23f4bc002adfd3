// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes transfers and exports of all authorities further, in turn, until nothing waits. */
@Component
class MovingJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(MovingJob.class);

    private final Authorities authorities;
    private final Steps steps;
    private final ExportWriting exports;

    MovingJob(Authorities authorities, Steps steps, ExportWriting exports) {
        this.authorities = authorities;
        this.steps = steps;
        this.exports = exports;
    }

    @Override
    public String name() {
        return "moving";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(3));
    }

    @Override
    public void run() {
        List<Authority> all = Callers.as(Caller.service("verhuizing"), authorities::list);
        all.forEach(authority -> attempt(authority, () -> exports.write(authority)));
        List<Authority> busy = all;
        while (!busy.isEmpty()) {
            List<Authority> still = new ArrayList<>();
            for (Authority authority : busy) {
                attempt(
                        authority,
                        () -> {
                            if (steps.step(authority)) {
                                still.add(authority);
                            }
                        });
            }
            busy = still;
        }
    }

    /**
     * What goes wrong for one authority waits for the next time and does not hold up the others.
     */
    private static void attempt(Authority authority, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn(
                    "Moving stands still for {}: {}",
                    authority.slug(),
                    failure.getClass().getSimpleName());
        }
    }
}
