// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import be.onthaal.database.KeptRows;
import be.onthaal.mail.internal.db.Routines;
import be.onthaal.mail.internal.db.tables.records.AttachmentRecord;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mail of a case for who keeps the archive. */
@Service
public class MailRecords {

    private final DSLContext sql;
    private final Clock clock;

    MailRecords(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is kept of the mail of a case, for the record. */
    @Transactional(readOnly = true)
    public Kept kept(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        Result<MessageRecord> messages =
                sql.selectFrom(MESSAGE)
                        .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(MESSAGE.CASE_ID.eq(id.value()))
                        .orderBy(MESSAGE.ID)
                        .fetch();
        Result<AttachmentRecord> attachments =
                sql.selectFrom(ATTACHMENT)
                        .where(ATTACHMENT.AUTHORITY_ID.eq(authority()))
                        .and(ATTACHMENT.MESSAGE_ID.in(messages.getValues(MESSAGE.ID)))
                        .orderBy(ATTACHMENT.ID)
                        .fetch();
        Set<Digest> files = new HashSet<>();
        messages.forEach(message -> files.add(new Digest(message.getSha256())));
        attachments.forEach(attachment -> files.add(new Digest(attachment.getSha256())));
        return KeptRows.of("mail", messages).and("attachment", attachments).kept().naming(files);
    }

    /**
     * Empties the mail of a case, of which only the fingerprint stays, so that it does not come in
     * again. The line in the register stays: that is kept for ever.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        Routines.destroyOfCase(sql.configuration(), id.value(), clock.instant());
    }

    /** Whether a message that still has its content names this file. */
    @Transactional(readOnly = true)
    public boolean names(Digest file) {
        Callers.require(Permission.RECORDS_MANAGE);
        return sql.fetchExists(
                        MESSAGE,
                        MESSAGE.AUTHORITY_ID
                                .eq(authority())
                                .and(MESSAGE.SHA256.eq(file.hex()))
                                .and(MESSAGE.DESTROYED_AT.isNull()))
                || sql.fetchExists(
                        ATTACHMENT,
                        ATTACHMENT
                                .AUTHORITY_ID
                                .eq(authority())
                                .and(ATTACHMENT.SHA256.eq(file.hex())));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
