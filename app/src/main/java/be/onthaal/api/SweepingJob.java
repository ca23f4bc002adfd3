// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets each hour the answers that nobody asks again. */
@Component
class SweepingJob implements RecurringJob {

    private final OnceAnswers answers;
    private final Authorities authorities;

    SweepingJob(OnceAnswers answers, Authorities authorities) {
        this.answers = answers;
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return "api-sweep";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofHours(1));
    }

    @Override
    public void run() {
        Caller sweeper = Caller.service("opruimen");
        for (Authority authority : Callers.as(sweeper, authorities::list)) {
            Callers.as(Caller.service("opruimen", authority), answers::sweep);
        }
    }
}
