// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.Calendars;
import java.time.Clock;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** At seven on the working days of an authority, mails the daily digests. */
@Component
class DigestJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(DigestJob.class);
    private static final String SELF = "meldingen";

    private final Authorities authorities;
    private final Notifications notifications;
    private final Calendars calendars;
    private final Clock clock;

    DigestJob(
            Authorities authorities,
            Notifications notifications,
            Calendars calendars,
            Clock clock) {
        this.authorities = authorities;
        this.notifications = notifications;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications-digest";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(7, 0));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                Callers.run(Caller.service(SELF, authority), this::send);
            } catch (RuntimeException failure) {
                log.warn(
                        "Digests of {} were not sent: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }

    private void send() {
        if (calendars.current().isWorkingDay(Brussels.today(clock))) {
            notifications.sendDigests();
        }
    }
}
