// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes transfers and exports of all authorities further, in turn, until nothing waits. */
@Component
class MovingJob implements RecurringJob {

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
        all.forEach(exports::write);
        boolean more = true;
        while (more) {
            more = false;
            for (Authority authority : all) {
                more |= steps.step(authority);
            }
        }
    }
}
