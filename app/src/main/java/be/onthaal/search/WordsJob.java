// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.search;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.jobs.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Which words there are is counted aside, so that writing something waits for nobody. */
@Component
class WordsJob implements RecurringJob {

    private static final int AT_ONCE = 2_000;
    private static final String SELF = "woorden tellen";

    private final Search search;

    WordsJob(Search search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "words-counted";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.Every(Duration.ofSeconds(30));
    }

    @Override
    public void run() {
        while (Callers.as(Caller.service(SELF), () -> search.learn(AT_ONCE)) == AT_ONCE) {
            // as long as there is more
        }
    }
}
