// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Brings in the extract that was offered, and goes on with one whose process was killed. */
@Component
class KboJob implements RecurringJob {

    private final Loading loading;

    KboJob(Loading loading) {
        this.loading = loading;
    }

    @Override
    public String name() {
        return "kbo";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(5));
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = loading.step();
        }
        loading.tidy();
    }
}
