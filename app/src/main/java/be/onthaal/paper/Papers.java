// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.paper;

import be.onthaal.common.Refused;
import be.onthaal.paper.internal.Markup;
import be.onthaal.paper.internal.Rendering;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Lays texts out as PDF/A-3a and PDF/UA-1, a few at a time. Thread-safe.
 *
 * <p>What is asked is bounded beforehand, as a thread that lays out cannot be stopped; who waits
 * for it does not wait longer than a person would.
 */
@Component
public class Papers {

    private static final Duration FOR_A_PLACE = Duration.ofSeconds(5);
    private static final Duration TO_LAY_OUT = Duration.ofSeconds(15);

    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

    /**
     * The PDF of a text. Refused are markup that is not well-formed, that is not of the small part
     * of HTML that letters need, or that points to a file elsewhere.
     */
    public byte[] pdf(Paper paper) {
        Markup markup = Markup.of(paper.language(), paper.title(), paper.body(), paper.pictures());
        try {
            if (!places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused("paper.busy");
            }
            var work = new FutureTask<>(() -> laidOut(markup));
            Thread.ofPlatform().daemon().name("paper").start(work);
            return work.get(TO_LAY_OUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Refused("paper.too-slow");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A text could not be laid out", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private byte[] laidOut(Markup markup) throws Exception {
        try {
            return Rendering.pdf(markup);
        } finally {
            places.release();
        }
    }
}
