// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Every night, forgets of transfers what was kept long enough. */
@Component
class ForgettingJob implements RecurringJob {

    private final Authorities authorities;
    private final Transfers transfers;

    ForgettingJob(Authorities authorities, Transfers transfers) {
        this.authorities = authorities;
        this.transfers = transfers;
    }

    @Override
    public String name() {
        return "moving-forgetting";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(3, 40));
    }

    @Override
    public void run() {
        Callers.as(Caller.service("verhuizing"), authorities::list)
                .forEach(authority ->
                        Callers.run(Caller.service("verhuizing", authority), transfers::forget));
    }
}
