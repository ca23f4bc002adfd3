// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import be.onthaal.mail.spi.ListedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** The two questions we ask a folder: what is there, and give me these. */
final class ImapFetch {

    private static final long NONE = -1;

    private ImapFetch() {}

    /**
     * What the server gave.
     *
     * @param complete false when the server refused the question, as it does for a mail that it
     *     cannot read itself
     */
    record Answer(Map<Long, Given> mails, boolean complete) {}

    /** The bytes of a mail and when the server got it, where that was asked. */
    record Given(byte[] bytes, Optional<Instant> receivedAt) {

        static final Given NOTHING = new Given(new byte[0], Optional.empty());
    }

    /** A star means the last mail, even when its number is lower: that one is left out. */
    static List<ListedMail> list(IMAPProtocol protocol, long after) throws ProtocolException {
        Response[] responses =
                protocol.command("UID FETCH " + (after + 1) + ":* (UID RFC822.SIZE)", null);
        settle(protocol, responses);
        protocol.handleResult(last(responses));
        List<ListedMail> mails = new ArrayList<>();
        for (FetchResponse response : fetched(responses)) {
            UID uid = response.getItem(UID.class);
            RFC822SIZE size = response.getItem(RFC822SIZE.class);
            if (uid != null && size != null && uid.uid > after) {
                mails.add(new ListedMail(uid.uid, size.size));
            }
        }
        mails.sort(Comparator.comparingLong(ListedMail::uid));
        return mails;
    }

    /** One line with all numbers, however many mails there are. */
    static List<Long> numbers(IMAPProtocol protocol, long until) throws ProtocolException {
        Response[] responses = protocol.command("UID SEARCH UID 1:" + until, null);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(last(responses));
        List<Long> numbers = new ArrayList<>();
        for (Response response : responses) {
            if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid != NONE; uid = found.readLong()) {
                    numbers.add(uid);
                }
            }
        }
        return numbers;
    }

    static Answer bytes(IMAPProtocol protocol, List<Long> uids, String what)
            throws ProtocolException {
        String set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        Response[] responses = protocol.command("UID FETCH " + set + " (UID " + what + ")", null);
        settle(protocol, responses);
        Response last = last(responses);
        if (!last.isNO() && !last.isBAD()) {
            protocol.handleResult(last);
        }
        Map<Long, Given> mails = new TreeMap<>();
        for (FetchResponse response : fetched(responses)) {
            UID uid = response.getItem(UID.class);
            BODY body = response.getItem(BODY.class);
            if (uid != null && body != null && uids.contains(uid.uid)) {
                mails.put(
                        uid.uid,
                        new Given(
                                copy(body.getByteArray()),
                                receivedAt(response.getItem(INTERNALDATE.class))));
            }
        }
        return new Answer(mails, last.isOK());
    }

    private static Optional<Instant> receivedAt(@Nullable INTERNALDATE date) {
        return Optional.ofNullable(date).map(INTERNALDATE::getDate).map(Date::toInstant);
    }

    private static void settle(IMAPProtocol protocol, Response[] responses) {
        Response[] others =
                Arrays.stream(responses)
                        .filter(response -> !(response instanceof FetchResponse))
                        .toArray(Response[]::new);
        protocol.notifyResponseHandlers(others);
    }

    private static List<FetchResponse> fetched(Response[] responses) {
        return Arrays.stream(responses)
                .filter(FetchResponse.class::isInstance)
                .map(FetchResponse.class::cast)
                .toList();
    }

    private static Response last(Response[] responses) {
        return responses[responses.length - 1];
    }

    private static byte[] copy(@Nullable ByteArray bytes) {
        return bytes == null
                ? new byte[0]
                : Arrays.copyOfRange(
                        bytes.getBytes(), bytes.getStart(), bytes.getStart() + bytes.getCount());
    }
}
