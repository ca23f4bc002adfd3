// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.web.NavigationEntry;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the archive works by itself, and where its page is. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RecordsConfiguration.class);
    private static final LocalTime QUIET = LocalTime.of(2, 40);

    @Bean
    RecurringJob destruction(Execution execution, Authorities authorities) {
        return RecurringJob.of(
                "destruction",
                new RecurringJob.Rhythm.Every(Duration.ofMinutes(1)),
                () -> each(authorities, execution::carryOut));
    }

    @Bean
    RecurringJob nightlyRecords(NightlyLook look, Authorities authorities) {
        return RecurringJob.of(
                "nightly-records",
                new RecurringJob.Rhythm.DailyAt(QUIET),
                () -> each(authorities, look::look));
    }

    @Bean
    NavigationEntry archiveEntry() {
        return new NavigationEntry(
                NavigationEntry.Group.FOOT,
                65,
                "records.title",
                ArchivePages.HOME,
                "archive",
                "",
                Permission.RECORDS_REVIEW);
    }

    /** One authority that fails does not keep the others from it. */
    private static void each(Authorities authorities, Runnable work) {
        for (Authority authority : Callers.as(Caller.service(Proposal.SELF), authorities::list)) {
            try {
                Callers.run(Caller.service(Proposal.SELF, authority), work);
            } catch (RuntimeException failure) {
                log.warn("The archive of {} stays as it is for now", authority.slug(), failure);
            }
        }
    }
}
