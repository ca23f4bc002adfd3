// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.FetchedMail;
import be.onthaal.mail.spi.ListedMail;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.MailServerProblem.Kind;
import be.onthaal.mail.spi.OpenFolder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/**
 * A folder over one connection. Speaks the protocol itself for what it fetches: the library would
 * take a mail apart and put it together again, and the bytes must be those of the server.
 */
final class ImapFolder implements OpenFolder {

    private static final String DATED = "INTERNALDATE ";
    static final String TOO_LARGE = "too-large";
    static final String WITHHELD = "withheld-by-server";

    private final Store store;
    private final IMAPFolder folder;
    private final long uidValidity;
    private final ImapSettings settings;
    private final Deque<ListedMail> known = new ArrayDeque<>();

    ImapFolder(Store store, IMAPFolder folder, long uidValidity, ImapSettings settings) {
        this.store = store;
        this.folder = folder;
        this.uidValidity = uidValidity;
        this.settings = settings;
    }

    @Override
    public long uidValidity() {
        return uidValidity;
    }

    /** The server is asked once for all of a backlog, and again when that is worked off. */
    @Override
    public List<ListedMail> list(long after, int most) throws MailServerProblem {
        forgetUntil(after);
        if (known.isEmpty()) {
            known.addAll(speak(protocol -> ImapFetch.list(protocol, after)));
        }
        return known.stream().limit(most).toList();
    }

    @Override
    public List<FetchedMail> fetch(List<ListedMail> wanted) throws MailServerProblem {
        List<Long> whole =
                wanted.stream()
                        .filter(mail -> mail.size() <= settings.largest().toBytes())
                        .map(ListedMail::uid)
                        .toList();
        List<Long> large =
                wanted.stream().map(ListedMail::uid).filter(uid -> !whole.contains(uid)).toList();
        List<FetchedMail> fetched = new ArrayList<>(whole(whole));
        fetched.addAll(headers(large, TOO_LARGE));
        fetched.sort(Comparator.comparingLong(FetchedMail::uid));
        return fetched;
    }

    @Override
    public List<Long> numbers(long until) throws MailServerProblem {
        return until == 0 ? List.of() : speak(protocol -> ImapFetch.numbers(protocol, until));
    }

    @Override
    public boolean awaitNews(Duration most) throws MailServerProblem {
        boolean tells = speak(protocol -> protocol.hasCapability("IDLE"));
        if (tells) {
            return speak(protocol -> new ImapIdle(protocol).await(most));
        }
        sleep(most.compareTo(settings.poll()) < 0 ? most : settings.poll());
        speak(ImapFolder::ask);
        return true;
    }

    @Override
    public void close() {
        try {
            folder.close(false);
        } catch (MessagingException | IllegalStateException alreadyClosed) {
            // The line is gone, which is what was wanted.
        }
        close(store);
    }

    static void close(@Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException alreadyClosed) {
            // The line is gone, which is what was wanted.
        }
    }

    /** A mail the server cannot give must not hold up the others. */
    private List<FetchedMail> whole(List<Long> uids) throws MailServerProblem {
        if (uids.isEmpty()) {
            return List.of();
        }
        var answer = speak(protocol -> ImapFetch.bytes(protocol, uids, DATED + "BODY.PEEK[]"));
        if (answer.complete()) {
            Map<Long, ImapFetch.Given> mails = new TreeMap<>(answer.mails());
            mails.putAll(undated(uids.stream().filter(uid -> !mails.containsKey(uid)).toList()));
            return mails.entrySet().stream()
                    .<FetchedMail>map(mail -> whole(mail.getKey(), mail.getValue()))
                    .toList();
        }
        if (uids.size() == 1) {
            return headers(uids, WITHHELD);
        }
        List<FetchedMail> one = new ArrayList<>();
        for (Long uid : uids) {
            one.addAll(whole(List.of(uid)));
        }
        return one;
    }

    /** Those that are gone; or whose date makes no sense, so that the library drops the answer. */
    private Map<Long, ImapFetch.Given> undated(List<Long> uids) throws MailServerProblem {
        return uids.isEmpty()
                ? Map.of()
                : speak(protocol -> ImapFetch.bytes(protocol, uids, "BODY.PEEK[]")).mails();
    }

    private static FetchedMail whole(long uid, ImapFetch.Given mail) {
        return new FetchedMail.Whole(uid, mail.bytes(), mail.receivedAt());
    }

    private List<FetchedMail> headers(List<Long> uids, String reason) throws MailServerProblem {
        List<FetchedMail> headers = new ArrayList<>();
        for (Long uid : uids) {
            Map<Long, ImapFetch.Given> mails =
                    speak(p -> ImapFetch.bytes(p, List.of(uid), DATED + "BODY.PEEK[HEADER]"))
                            .mails();
            ImapFetch.Given given = mails.getOrDefault(uid, ImapFetch.Given.NOTHING);
            headers.add(new FetchedMail.HeaderOnly(uid, given.bytes(), reason, given.receivedAt()));
        }
        return headers;
    }

    private void forgetUntil(long uid) {
        ListedMail first = known.peekFirst();
        while (first != null && first.uid() <= uid) {
            known.removeFirst();
            first = known.peekFirst();
        }
    }

    private static boolean ask(IMAPProtocol protocol) throws ProtocolException {
        protocol.noop();
        return true;
    }

    private static void sleep(Duration time) throws MailServerProblem {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MailServerProblem(Kind.LINE_DROPPED, stopped);
        }
    }

    private <T> T speak(Exchange<T> exchange) throws MailServerProblem {
        try {
            @SuppressWarnings("unchecked")
            T answer = (T) folder.doCommand(exchange::with);
            if (answer == null) {
                throw new MailServerProblem(
                        Kind.LINE_DROPPED, new IllegalStateException("silence"));
            }
            return answer;
        } catch (MessagingException | IllegalStateException failure) {
            throw new MailServerProblem(Kind.LINE_DROPPED, failure);
        }
    }

    /** A question and its answer. */
    @FunctionalInterface
    private interface Exchange<T> {

        T with(IMAPProtocol protocol) throws ProtocolException;
    }
}
