// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.LateCases.Late;
import be.onthaal.jobs.RecurringJob;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Early in the morning, does what case types say that happens when a term has passed. Each case in
 * a commit of its own, so that one that cannot be done does not keep the others; it is tried again
 * the next morning.
 */
@Component
class LateJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(LateJob.class);
    private static final String SELF = "termijnen";

    private final Authorities authorities;
    private final WhenLate whenLate;

    LateJob(Authorities authorities, WhenLate whenLate) {
        this.authorities = authorities;
        this.whenLate = whenLate;
    }

    @Override
    public String name() {
        return "terms-passed";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(5, 15));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                Callers.run(Caller.service(SELF, authority), this::all);
            } catch (RuntimeException failure) {
                log.warn(
                        "What passed in {} was not dealt with: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }

    private void all() {
        each(whenLate::tasks);
        each(whenLate::cases);
    }

    /** Portion after portion, also past those that could not be done. */
    private void each(Portions portions) {
        Optional<Late> last = Optional.empty();
        do {
            List<Late> portion = portions.after(last);
            portion.forEach(this::one);
            last = portion.reversed().stream().findFirst();
        } while (last.isPresent());
    }

    /** What comes after the last of a portion. */
    private interface Portions {

        List<Late> after(Optional<Late> last);
    }

    private void one(Late passed) {
        try {
            whenLate.handle(passed);
        } catch (RuntimeException failure) {
            log.warn(
                    "What happens when case {} is late was not done: {}",
                    passed.id(),
                    failure.getClass().getSimpleName());
        }
    }
}
