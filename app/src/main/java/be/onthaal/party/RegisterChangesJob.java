// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.party.register.RegisterConnection;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears every ten minutes what changed in the national register, for each that is connected. */
@Component
class RegisterChangesJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(RegisterChangesJob.class);
    private static final String SELF = "mutaties van het Rijksregister";

    private final Authorities authorities;
    private final RegisterConnection connection;
    private final RegisterChanges changes;

    RegisterChangesJob(
            Authorities authorities, RegisterConnection connection, RegisterChanges changes) {
        this.authorities = authorities;
        this.connection = connection;
        this.changes = changes;
    }

    @Override
    public String name() {
        return "register-changes";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofMinutes(10));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                int renewed =
                        Callers.as(
                                Caller.service(SELF, authority),
                                () -> connection.isOffered() ? changes.run() : 0);
                if (renewed > 0) {
                    log.info("{} customers of {} were renewed", renewed, authority.slug());
                }
            } catch (RuntimeException failure) {
                log.warn(
                        "Changes of the register were not heard for {}: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }
}
