// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.internal.MailboxLeases.Claimed;
import be.onthaal.mail.spi.MailServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes mailboxes that nobody reads, and reads each on a thread of its own. */
@Component
public class Intake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final String NAME = "postintake";
    private static final Caller SELF = Caller.service(NAME);
    private static final long STOP_MILLIS = 3_000;

    private final Authorities authorities;
    private final MailboxLeases leases;
    private final MailboxReader.Tools tools;
    private final IntakeSettings settings;
    private final String worker = "intake-" + Ids.next();
    private final Map<MailboxId, Running> readers = new ConcurrentHashMap<>();
    private final Semaphore ending = new Semaphore(0);
    private volatile @Nullable Thread lookout;

    Intake(
            Authorities authorities,
            MailServer server,
            MailboxLeases leases,
            MessageStore store,
            MessageReading reading,
            FolderChecks checks,
            IntakeSettings settings) {
        this.authorities = authorities;
        this.leases = leases;
        this.settings = settings;
        this.tools = new MailboxReader.Tools(server, leases, store, reading, checks, settings);
    }

    /** A process that only serves pages leaves the mailboxes to others. */
    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public void start() {
        ending.drainPermits();
        lookout = Thread.ofVirtual().name("intake").start(this::keepLooking);
    }

    @Override
    public void stop() {
        Thread running = lookout;
        lookout = null;
        if (running != null) {
            ending.release();
            join(running);
        }
        List<Running> all = List.copyOf(readers.values());
        all.forEach(one -> one.reader().stop(one.thread()));
        all.forEach(one -> join(one.thread()));
    }

    private record Running(MailboxReader reader, Thread thread) {}

    @Override
    public boolean isRunning() {
        return lookout != null;
    }

    private void keepLooking() {
        do {
            try {
                int room = settings.mailboxes() - readers.size();
                if (room > 0) {
                    Callers.as(SELF, () -> leases.claim(worker, room)).forEach(this::read);
                }
            } catch (RuntimeException failure) {
                log.warn("The intake waits: {}", failure.getClass().getSimpleName());
            }
        } while (!isEnding());
    }

    private boolean isEnding() {
        try {
            return ending.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void read(Claimed claimed) {
        readers.computeIfAbsent(claimed.mailbox(), mailbox -> begin(claimed));
    }

    private Running begin(Claimed claimed) {
        var reader = new MailboxReader(claimed, worker, tools);
        var thread =
                Thread.ofVirtual()
                        .name("mailbox-" + claimed.mailbox())
                        .start(() -> readAsItsAuthority(claimed, reader));
        return new Running(reader, thread);
    }

    private void readAsItsAuthority(Claimed claimed, MailboxReader reader) {
        try {
            var self =
                    Callers.as(
                            SELF, () -> Caller.service(NAME, authorities.get(claimed.authority())));
            Callers.run(
                    self,
                    () -> {
                        reader.run();
                        release(claimed.mailbox());
                    });
        } catch (RuntimeException failure) {
            log.warn(
                    "Mailbox {} is left: {}",
                    claimed.mailbox(),
                    failure.getClass().getSimpleName());
        } finally {
            readers.remove(claimed.mailbox());
        }
    }

    /** So that another process need not wait for the lease to end. */
    private void release(MailboxId mailbox) {
        Thread.interrupted();
        leases.release(mailbox, worker);
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
