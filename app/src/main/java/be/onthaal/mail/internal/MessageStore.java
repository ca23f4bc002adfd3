// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.MESSAGE;
import static be.onthaal.mail.internal.db.Tables.SIGHTING;

import be.onthaal.access.Callers;
import be.onthaal.common.Digest;
import be.onthaal.database.Ids;
import be.onthaal.files.Files;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.OpenMailbox.Position;
import be.onthaal.mail.spi.FetchedMail;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the mail server gave, byte for byte, before anybody looks inside. One commit holds the
 * messages, where they were seen and how far the mailbox is: after a crash they agree.
 */
@Component
class MessageStore {

    private final DSLContext sql;
    private final Clock clock;
    private final Files files;
    private final MailboxLeases leases;

    MessageStore(DSLContext sql, Clock clock, Files files, MailboxLeases leases) {
        this.sql = sql;
        this.clock = clock;
        this.files = files;
        this.leases = leases;
    }

    /** What was new in a batch, and the mailbox as it was then. */
    record Batch(OpenMailbox mailbox, List<StoredMail> fresh) {}

    /** Keeps a batch, provided the mailbox is still ours to read. */
    @Transactional
    public Batch keep(
            MailboxId mailbox, String worker, List<FetchedMail> mails, Position position) {
        OpenMailbox held = leases.renew(mailbox, worker);
        Instant now = clock.instant();
        List<Kept> kept = mails.stream().map(mail -> keep(mail, position, now)).toList();
        Map<String, UUID> fresh = insert(held, kept, now);
        see(held, kept, ids(held, kept, fresh), position, now);
        leases.moveOn(mailbox, position);
        return new Batch(
                held,
                distinct(kept).stream()
                        .filter(mail -> fresh.containsKey(mail.digest()))
                        .map(mail -> stored(mail, fresh, now))
                        .toList());
    }

    private record Kept(
            long uid,
            String digest,
            byte[] bytes,
            Optional<String> reason,
            Optional<Instant> receivedAt) {}

    /** A clock that is ahead of ours says nothing. */
    private Kept keep(FetchedMail mail, Position position, Instant now) {
        byte[] bytes = mail.bytes().length == 0 ? placeholder(mail, position) : mail.bytes();
        Optional<String> reason =
                switch (mail) {
                    case FetchedMail.Whole whole -> Optional.empty();
                    case FetchedMail.HeaderOnly header -> Optional.of(header.reason());
                };
        return new Kept(
                mail.uid(),
                files.keep(bytes).hex(),
                bytes,
                reason,
                mail.receivedAt().filter(at -> !at.isAfter(now)));
    }

    /** Two mails of which nothing came are still two. */
    private static byte[] placeholder(FetchedMail mail, Position position) {
        String text = "X-Onthaal-Number: " + position.uidValidity() + "/" + mail.uid() + "\r\n\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, UUID> insert(OpenMailbox mailbox, List<Kept> kept, Instant now) {
        if (kept.isEmpty()) {
            return Map.of();
        }
        var insert =
                sql.insertInto(
                        MESSAGE,
                        MESSAGE.AUTHORITY_ID,
                        MESSAGE.ID,
                        MESSAGE.MAILBOX_ID,
                        MESSAGE.SHA256,
                        MESSAGE.SIZE,
                        MESSAGE.COMPLETE,
                        MESSAGE.REASON,
                        MESSAGE.STORED_AT,
                        MESSAGE.RECEIVED_AT,
                        MESSAGE.UNIT_ID,
                        MESSAGE.CONFIDENTIALITY);
        for (Kept mail : distinct(kept)) {
            insert =
                    insert.values(
                            authority(),
                            Ids.next(),
                            mailbox.id().value(),
                            mail.digest(),
                            (long) mail.bytes().length,
                            mail.reason().isEmpty(),
                            mail.reason().orElse(null),
                            now,
                            mail.receivedAt().orElse(null),
                            mailbox.unit().value(),
                            mailbox.confidentiality().level());
        }
        return insert.onConflict(MESSAGE.AUTHORITY_ID, MESSAGE.MAILBOX_ID, MESSAGE.SHA256)
                .doNothing()
                .returning(MESSAGE.SHA256, MESSAGE.ID)
                .fetchMap(MESSAGE.SHA256, MESSAGE.ID);
    }

    /** The identities of all of the batch, of those we had before too. */
    private Map<String, UUID> ids(OpenMailbox mailbox, List<Kept> kept, Map<String, UUID> fresh) {
        List<String> known =
                kept.stream().map(Kept::digest).filter(d -> !fresh.containsKey(d)).toList();
        Map<String, UUID> ids = new LinkedHashMap<>(fresh);
        if (!known.isEmpty()) {
            ids.putAll(
                    sql.select(MESSAGE.SHA256, MESSAGE.ID)
                            .from(MESSAGE)
                            .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                            .and(MESSAGE.MAILBOX_ID.eq(mailbox.id().value()))
                            .and(MESSAGE.SHA256.in(known))
                            .fetchMap(MESSAGE.SHA256, MESSAGE.ID));
        }
        return ids;
    }

    private void see(
            OpenMailbox mailbox,
            List<Kept> kept,
            Map<String, UUID> ids,
            Position position,
            Instant now) {
        if (kept.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        SIGHTING,
                        SIGHTING.AUTHORITY_ID,
                        SIGHTING.MAILBOX_ID,
                        SIGHTING.UID_VALIDITY,
                        SIGHTING.UID,
                        SIGHTING.MESSAGE_ID,
                        SIGHTING.SEEN_AT);
        for (Kept mail : kept) {
            insert =
                    insert.values(
                            authority(),
                            mailbox.id().value(),
                            position.uidValidity(),
                            mail.uid(),
                            ids.get(mail.digest()),
                            now);
        }
        insert.onConflictDoNothing().execute();
    }

    private static List<Kept> distinct(List<Kept> kept) {
        return new ArrayList<>(
                kept.stream()
                        .collect(
                                Collectors.toMap(
                                        Kept::digest,
                                        mail -> mail,
                                        (one, same) -> one,
                                        LinkedHashMap::new))
                        .values());
    }

    private static StoredMail stored(Kept mail, Map<String, UUID> fresh, Instant now) {
        UUID id = fresh.get(mail.digest());
        if (id == null) {
            throw new IllegalStateException("A new message has an identity");
        }
        return new StoredMail(
                new MessageId(id), mail.bytes(), mail.reason(), mail.receivedAt().orElse(now));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    /** The bytes as they came. */
    byte[] original(String sha256) {
        return files.read(new Digest(sha256));
    }
}
