// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.database.Ids;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.Routines;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.mail.internal.reading.MailKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Messages as rows, for those who change them. */
@Component
class MessageRows {

    /**
     * Written into the question: only then does the database know how little waits among all that
     * was read, and goes to it at once instead of past every message.
     */
    private static final Param<String> WAITING = DSL.inline(MailView.State.STORED.name());

    private final DSLContext sql;
    private final MessageStore store;

    MessageRows(DSLContext sql, MessageStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** One more time that a message is read; the first one has the number one. */
    record Attempt(
            MessageId id, int number, String sha256, Optional<String> reason, Instant receivedAt) {}

    /** A part that was kept. */
    record KeptPart(
            String name, String type, long size, String sha256, String contentId, boolean inline) {}

    /** Those that nobody read yet, oldest first, from the one after this. */
    List<MessageId> waiting(MailboxId mailbox, Optional<MessageId> after, int most) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.MAILBOX_ID.eq(mailbox.value()))
                .and(MESSAGE.STATE.eq(WAITING))
                .and(after.map(id -> MESSAGE.ID.gt(id.value())).orElse(DSL.noCondition()))
                .orderBy(MESSAGE.ID)
                .limit(most)
                .fetch(row -> new MessageId(row.value1()));
    }

    /** Counts the attempt before it is made: what kills the process is found out too. */
    Optional<Attempt> attempt(MessageId id) {
        return sql.update(MESSAGE)
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .where(is(id))
                .and(MESSAGE.STATE.eq(WAITING))
                .returning(
                        MESSAGE.ATTEMPTS,
                        MESSAGE.SHA256,
                        MESSAGE.COMPLETE,
                        MESSAGE.REASON,
                        MESSAGE.RECEIVED_AT,
                        MESSAGE.STORED_AT)
                .fetchOptional()
                .map(row ->
                        new Attempt(
                                id,
                                row.getAttempts(),
                                row.getSha256(),
                                row.getComplete()
                                        ? Optional.empty()
                                        : Optional.ofNullable(row.getReason()),
                                receivedAt(row)));
    }

    /** When the mail server got it, or else when we did. */
    static Instant receivedAt(MessageRecord row) {
        return Optional.ofNullable(row.getReceivedAt()).orElseGet(row::getStoredAt);
    }

    /** The attempt does not count: it ended by no fault of the message. */
    void excuse(MessageId id) {
        sql.update(MESSAGE)
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.minus(1))
                .where(is(id))
                .and(MESSAGE.ATTEMPTS.gt(0))
                .execute();
    }

    /** Of these, the ones that still wait; locked, so that nobody reads them twice. */
    Set<UUID> lockWaiting(Collection<UUID> ids) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ID.in(ids))
                .and(MESSAGE.STATE.eq(WAITING))
                .forUpdate()
                .fetchSet(MESSAGE.ID);
    }

    /** The row itself, locked; absent when the caller may not see it. */
    Optional<MessageRecord> lock(MessageId id) {
        return sql.selectFrom(MESSAGE).where(is(id)).forUpdate().fetchOptional();
    }

    /** What was written in the mail of an entry, without what it quotes. */
    Optional<String> written(UUID entry) {
        return sql.select(MESSAGE.BODY_TEXT, MESSAGE.NEW_TEXT_LENGTH)
                .from(MESSAGE)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ENTRY_ID.eq(entry))
                .fetchOptional(row ->
                        row.value1().substring(0, Math.min(row.value2(), row.value1().length())));
    }

    /** What a person brought somewhere himself does not wait for a decision any more. */
    void decided(UUID entry) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, MailView.State.READ.name())
                .set(MESSAGE.REASON, (String) null)
                .set(MESSAGE.SUGGESTED_CASE_ID, (UUID) null)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ENTRY_ID.eq(entry))
                .and(MESSAGE.STATE.eq(MailView.State.QUARANTINED.name()))
                .execute();
    }

    /** It is of the case that its entry was brought to, and is kept and destroyed with it. */
    void belongs(UUID entry, UUID caseId) {
        sql.update(MESSAGE)
                .set(MESSAGE.CASE_ID, caseId)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ENTRY_ID.eq(entry))
                .and(MESSAGE.DESTROYED_AT.isNull())
                .execute();
    }

    /** Whether no person wrote the mail of an entry: a bounce, or word that somebody is away. */
    boolean isAutomatic(UUID entry) {
        return sql.fetchExists(
                MESSAGE,
                MESSAGE.AUTHORITY_ID
                        .eq(authority())
                        .and(MESSAGE.ENTRY_ID.eq(entry))
                        .and(MESSAGE.KIND.ne(MailKind.ORDINARY.name())));
    }

    StoredMail stored(Attempt attempt) {
        return new StoredMail(
                attempt.id(),
                store.original(attempt.sha256()),
                attempt.reason(),
                attempt.receivedAt());
    }

    void update(MessageRecord changed) {
        sql.update(MESSAGE)
                .set(changed)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ID.eq(changed.getId()))
                .execute();
    }

    void unreadable(MessageId id, String reason) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATE, MailView.State.UNREADABLE.name())
                .set(MESSAGE.REASON, reason)
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .where(is(id))
                .execute();
    }

    void insert(MessageId message, List<KeptPart> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        ATTACHMENT,
                        ATTACHMENT.AUTHORITY_ID,
                        ATTACHMENT.ID,
                        ATTACHMENT.MESSAGE_ID,
                        ATTACHMENT.POSITION,
                        ATTACHMENT.NAME,
                        ATTACHMENT.TYPE,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.SHA256,
                        ATTACHMENT.CONTENT_ID,
                        ATTACHMENT.INLINE);
        for (int position = 0; position < parts.size(); position++) {
            KeptPart part = parts.get(position);
            insert =
                    insert.values(
                            authority(),
                            Ids.next(),
                            message.value(),
                            position,
                            part.name(),
                            part.type(),
                            part.size(),
                            part.sha256(),
                            part.contentId().isEmpty() ? null : part.contentId(),
                            part.inline());
        }
        insert.execute();
    }

    /** Also what the caller himself may not see, before or after. */
    void followEntry(UUID entry, UnitId unit, Confidentiality level) {
        Routines.withEntry(sql.configuration(), entry, unit.value(), level.level());
    }

    /** Also what the caller himself may not see, before or after. */
    void followCase(UUID caseId, UnitId unit, Confidentiality level) {
        Routines.withCase(sql.configuration(), caseId, unit.value(), level.level());
    }

    private static Condition is(MessageId id) {
        return MESSAGE.AUTHORITY_ID.eq(authority()).and(MESSAGE.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
