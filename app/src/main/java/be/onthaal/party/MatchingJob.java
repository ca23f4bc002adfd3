// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** By night, finds the customers of each authority who are likely one person. */
@Component
class MatchingJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(MatchingJob.class);
    private static final String SELF = "dubbels zoeken";

    private final Authorities authorities;
    private final MatchingNight night;

    MatchingJob(Authorities authorities, MatchingNight night) {
        this.authorities = authorities;
        this.night = night;
    }

    @Override
    public String name() {
        return "customers-matched";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(2, 30));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                int pairs = Callers.as(Caller.service(SELF, authority), night::run);
                log.info("{} pairs of customers of {} wait for a look", pairs, authority.slug());
            } catch (RuntimeException failure) {
                log.warn(
                        "Customers of {} were not matched: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }
}
