// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.mail.MailboxId;
import be.onthaal.mail.internal.OpenMailbox.Position;
import be.onthaal.mail.spi.FetchedMail;
import be.onthaal.mail.spi.ListedMail;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.OpenFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one mailbox for as long as this process holds its lease. */
final class MailboxReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final String DATABASE = "database";

    private final MailboxId mailbox;
    private final String worker;
    private final MailServer server;
    private final MailboxLeases leases;
    private final MessageStore store;
    private final MessageReading reading;
    private final FolderChecks checks;
    private final IntakeSettings settings;
    private Duration pause = SHORTEST_PAUSE;
    private volatile boolean stopped;
    private volatile boolean waiting;

    MailboxReader(MailboxLeases.Claimed claimed, String worker, Tools tools) {
        this.mailbox = claimed.mailbox();
        this.worker = worker;
        this.server = tools.server();
        this.leases = tools.leases();
        this.store = tools.store();
        this.reading = tools.reading();
        this.checks = tools.checks();
        this.settings = tools.settings();
    }

    /** What every reader works with. */
    record Tools(
            MailServer server,
            MailboxLeases leases,
            MessageStore store,
            MessageReading reading,
            FolderChecks checks,
            IntakeSettings settings) {}

    /** Ends a wait at once, and anything else when what was begun is done. */
    void stop(Thread thread) {
        stopped = true;
        if (waiting) {
            thread.interrupt();
        }
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                readUntilTrouble();
            } catch (LeaseLost lost) {
                return;
            } catch (MailServerProblem problem) {
                complain(problem.kind().code());
            } catch (RuntimeException failure) {
                log.warn("Mailbox {} waits: {}", mailbox, failure.getClass().getSimpleName());
                complain(DATABASE);
            }
            rest();
        }
    }

    private void readUntilTrouble() throws MailServerProblem {
        OpenMailbox open = leases.renew(mailbox, worker);
        reading.catchUp(open);
        try (OpenFolder folder = server.open(open.account())) {
            Position position = startOf(open, folder.uidValidity());
            long compared = System.nanoTime() - settings.compare().toNanos();
            while (!isStopped()) {
                position = takeOver(folder, position);
                leases.looked(mailbox, worker, position);
                compared = compare(folder, position, compared);
                pause = SHORTEST_PAUSE;
                listen(folder);
                OpenMailbox now = leases.renew(mailbox, worker);
                reading.catchUp(now);
                if (isAnother(now, open, position)) {
                    return;
                }
            }
        }
    }

    /** Somebody changed how it is reached, or wants its folder gone through again. */
    private static boolean isAnother(OpenMailbox now, OpenMailbox opened, Position position) {
        return !now.account().equals(opened.account())
                || !now.position().equals(Optional.of(position));
    }

    /**
     * Numbers of another validity say nothing: all is looked at again, and what we have is known.
     */
    private static Position startOf(OpenMailbox open, long uidValidity) {
        return open.position()
                .filter(position -> position.uidValidity() == uidValidity)
                .orElseGet(() -> new Position(uidValidity, 0));
    }

    private Position takeOver(OpenFolder folder, Position start) throws MailServerProblem {
        Position position = start;
        List<ListedMail> next = portion(folder.list(position.lastUid(), settings.batch()));
        while (!next.isEmpty() && !isStopped()) {
            List<FetchedMail> mails = folder.fetch(next);
            position = new Position(position.uidValidity(), next.getLast().uid());
            MessageStore.Batch batch = store.keep(mailbox, worker, mails, position);
            reading.read(batch.mailbox(), batch.fresh());
            next = portion(folder.list(position.lastUid(), settings.batch()));
        }
        return position;
    }

    /** Each time the line is new, and then at times. */
    private long compare(OpenFolder folder, Position position, long before)
            throws MailServerProblem {
        long now = System.nanoTime();
        if (isStopped() || now - before < settings.compare().toNanos()) {
            return before;
        }
        checks.compare(mailbox, worker, position, folder.numbers(position.lastUid()));
        return now;
    }

    private void listen(OpenFolder folder) throws MailServerProblem {
        waiting = true;
        try {
            if (!isStopped()) {
                folder.awaitNews(settings.idle());
            }
        } finally {
            waiting = false;
        }
    }

    /** As many as fit the size of a commit, and one in any case. */
    private List<ListedMail> portion(List<ListedMail> listed) {
        long room = settings.batchSize().toBytes();
        int count = 0;
        for (ListedMail mail : listed) {
            room -= mail.size();
            if (room < 0 && count > 0) {
                break;
            }
            count++;
        }
        return listed.subList(0, count);
    }

    private void complain(String code) {
        if (isStopped()) {
            return;
        }
        try {
            leases.problem(mailbox, code);
        } catch (RuntimeException unreachable) {
            log.debug("The problem of mailbox {} could not be written down", mailbox);
        }
    }

    private boolean isStopped() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    private void rest() {
        waiting = true;
        try {
            if (!isStopped()) {
                Thread.sleep(pause);
            }
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
        }
    }
}
