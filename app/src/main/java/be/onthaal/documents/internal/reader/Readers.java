// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import be.onthaal.common.Refused;
import be.onthaal.documents.DocumentSettings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The processes that read, a few at most, kept warm and replaced before they grow old. */
@Component
@EnableConfigurationProperties(DocumentSettings.class)
public class Readers implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Readers.class);

    /** How wide a picture of a page is made. */
    public static final int WIDTH = 1_000;

    private final DocumentSettings settings;
    private final Semaphore turns;
    private final Deque<ReadingProcess> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(DocumentSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.readers(), true);
    }

    /**
     * A process for one file, asked for before the file is opened: whoever waits holds nothing.
     * Refused when none comes free in time.
     */
    public Turn turn() throws InterruptedException {
        if (!turns.tryAcquire(settings.turn().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Refused("documents.busy");
        }
        return new Turn();
    }

    /** A place among those who read, until it is closed. */
    public final class Turn implements AutoCloseable {

        private Turn() {}

        /** All that can be read in a file: what it is, its words, its first page. */
        public Found read(InputStream file, String name) throws IOException {
            return ask(file, new Asked(shortened(name), 0, WIDTH));
        }

        /** One page as a picture, from 1. */
        public Found page(InputStream file, String name, int page) throws IOException {
            return ask(file, new Asked(shortened(name), page, WIDTH));
        }

        /** One page to read its words and codes, turned by so many degrees; a photograph of it. */
        public Found sheet(InputStream file, String name, int page, int turn) throws IOException {
            return ask(file, new Asked(shortened(name), page, WIDTH, Asked.Aim.SCAN, turn));
        }

        @Override
        public void close() {
            turns.release();
        }
    }

    private Found ask(InputStream file, Asked asked) throws IOException {
        ReadingProcess process = take();
        boolean answered = false;
        try {
            Found found = process.ask(file, asked, settings.patience());
            answered = true;
            return found;
        } catch (ReadingProcess.Unanswered nothing) {
            log.info("A file ended its reader, late: {}", nothing.late());
            return Found.not("", nothing.late() ? "too-slow" : "too-heavy");
        } finally {
            give(process, answered);
        }
    }

    private ReadingProcess take() throws IOException {
        synchronized (idle) {
            ReadingProcess warm = idle.pollFirst();
            if (warm != null && warm.isAlive()) {
                return warm;
            }
        }
        return ReadingProcess.start(settings.memory());
    }

    private void give(ReadingProcess process, boolean answered) {
        synchronized (idle) {
            if (answered && !closed && process.read() < settings.filesEach()) {
                idle.addFirst(process);
                return;
            }
        }
        process.close();
    }

    @Override
    public void destroy() {
        synchronized (idle) {
            closed = true;
            idle.forEach(ReadingProcess::close);
            idle.clear();
        }
    }

    private static String shortened(String name) {
        return name.length() <= 300 ? name : name.substring(name.length() - 300);
    }
}
