// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.FetchedMail;
import be.onthaal.mail.spi.ListedMail;
import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.MailServerProblem.Kind;
import be.onthaal.mail.spi.OpenFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A mail server in memory with one mailbox, for tests that are not about the line. */
final class FakeMailServer implements MailServer {

    private static final long LARGEST = 60L * 1024 * 1024;

    private static final Optional<Instant> NOW = Optional.of(Clock.systemUTC().instant());

    private final String user;
    private final String password;
    private final NavigableMap<Long, byte[]> mails = new ConcurrentSkipListMap<>();
    private final Semaphore news = new Semaphore(0);

    FakeMailServer(String user, String password) {
        this.user = user;
        this.password = password;
    }

    void deliver(byte[] mail) {
        mails.put(mails.isEmpty() ? 1 : mails.lastKey() + 1, mail);
        news.release();
    }

    @Override
    public OpenFolder open(MailAccount account) throws MailServerProblem {
        if (!account.user().equals(user) || !account.password().equals(password)) {
            throw new MailServerProblem(Kind.LOGIN_REFUSED, new SecurityException());
        }
        if (!account.folder().equals("INBOX")) {
            throw new MailServerProblem(Kind.FOLDER_MISSING, new IllegalArgumentException());
        }
        news.drainPermits();
        return new Folder();
    }

    private final class Folder implements OpenFolder {

        @Override
        public long uidValidity() {
            return 1;
        }

        @Override
        public List<ListedMail> list(long after, int most) {
            return mails.tailMap(after, false).entrySet().stream()
                    .limit(most)
                    .map(mail -> new ListedMail(mail.getKey(), mail.getValue().length))
                    .toList();
        }

        @Override
        public List<FetchedMail> fetch(List<ListedMail> wanted) {
            return wanted.stream()
                    .filter(mail -> mails.containsKey(mail.uid()))
                    .map(this::fetch)
                    .toList();
        }

        private FetchedMail fetch(ListedMail wanted) {
            byte[] bytes = mails.getOrDefault(wanted.uid(), new byte[0]);
            return wanted.size() > LARGEST
                    ? new FetchedMail.HeaderOnly(wanted.uid(), bytes, "too-large", NOW)
                    : new FetchedMail.Whole(wanted.uid(), bytes, NOW);
        }

        @Override
        public List<Long> numbers(long until) {
            return List.copyOf(mails.headMap(until, true).keySet());
        }

        @Override
        public boolean awaitNews(Duration most) throws MailServerProblem {
            try {
                return news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new MailServerProblem(Kind.LINE_DROPPED, stopped);
            }
        }

        @Override
        public void close() {
            // There is no line to close.
        }
    }
}
