// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Callers;
import be.onthaal.database.Ids;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Messages as rows, for those who change them. */
@Component
class MessageRows {

    private final DSLContext sql;
    private final MessageStore store;

    MessageRows(DSLContext sql, MessageStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** A message that nobody read yet. */
    record Waiting(StoredMail mail, int attempts) {}

    /** A part that was kept. */
    record KeptPart(
            String name, String type, long size, String sha256, String contentId, boolean inline) {}

    /** Counts the attempt before it is made: what kills the process is found out too. */
    List<Waiting> takeWaiting(MailboxId mailbox, int most) {
        var oldest =
                sql.select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(MESSAGE.MAILBOX_ID.eq(mailbox.value()))
                        .and(MESSAGE.STATE.eq(MailView.State.STORED.name()))
                        .orderBy(MESSAGE.ID)
                        .limit(most)
                        .fetch(MESSAGE.ID);
        if (oldest.isEmpty()) {
            return List.of();
        }
        return sql.update(MESSAGE)
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ID.in(oldest))
                .returning(
                        MESSAGE.ID,
                        MESSAGE.SHA256,
                        MESSAGE.ATTEMPTS,
                        MESSAGE.COMPLETE,
                        MESSAGE.REASON)
                .fetch()
                .map(row -> new Waiting(stored(row), row.getAttempts()));
    }

    /** Of these, the ones that still wait; locked, so that nobody reads them twice. */
    Set<UUID> lockWaiting(Collection<UUID> ids) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ID.in(ids))
                .and(MESSAGE.STATE.eq(MailView.State.STORED.name()))
                .forUpdate()
                .fetchSet(MESSAGE.ID);
    }

    /** The row itself, locked; absent when the caller may not see it. */
    Optional<MessageRecord> lock(MessageId id) {
        return sql.selectFrom(MESSAGE).where(is(id)).forUpdate().fetchOptional();
    }

    StoredMail stored(MessageRecord row) {
        return new StoredMail(
                new MessageId(row.getId()),
                store.original(row.getSha256()),
                row.getComplete() ? Optional.empty() : Optional.ofNullable(row.getReason()));
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

    private static Condition is(MessageId id) {
        return MESSAGE.AUTHORITY_ID.eq(authority()).and(MESSAGE.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
