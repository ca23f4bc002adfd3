// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.audit.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Seals;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seals the log of every authority every ten seconds. */
@Component
class SealingJob implements RecurringJob {

    private final Seals seals;
    private final Authorities authorities;

    SealingJob(Seals seals, Authorities authorities) {
        this.seals = seals;
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(10));
    }

    @Override
    public void run() {
        Caller installation = Caller.service("verzegeling");
        Callers.run(installation, seals::seal);
        List<Authority> all = Callers.as(installation, authorities::list);
        for (Authority authority : all) {
            Callers.run(Caller.service("verzegeling", authority), seals::seal);
        }
    }
}
