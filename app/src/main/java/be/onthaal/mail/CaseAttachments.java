// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.common.Digest;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with the mail of a case. */
@Service
public class CaseAttachments {

    private static final int MOST = 200;

    private final DSLContext sql;

    CaseAttachments(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of the mails of a case and of these register entries, the newest mail first. */
    @Transactional(readOnly = true)
    public List<CaseAttachment> of(UUID caseId, Collection<UUID> entries) {
        Callers.require(Permission.CASE_VIEW);
        return sql.select(
                        ATTACHMENT.ID,
                        ATTACHMENT.MESSAGE_ID,
                        ATTACHMENT.NAME,
                        ATTACHMENT.TYPE,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.SHA256,
                        MESSAGE.FROM_NAME,
                        MESSAGE.FROM_ADDRESS,
                        MESSAGE.STORED_AT)
                .from(MESSAGE)
                .join(ATTACHMENT)
                .on(ATTACHMENT.AUTHORITY_ID.eq(MESSAGE.AUTHORITY_ID))
                .and(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .where(MESSAGE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(MESSAGE.CASE_ID.eq(caseId).or(MESSAGE.ENTRY_ID.in(entries)))
                .and(ATTACHMENT.INLINE.isFalse())
                .orderBy(MESSAGE.ID.desc(), ATTACHMENT.POSITION)
                .limit(MOST)
                .fetch(row ->
                        new CaseAttachment(
                                new MessageId(row.get(ATTACHMENT.MESSAGE_ID)),
                                new AttachmentId(row.get(ATTACHMENT.ID)),
                                row.get(ATTACHMENT.NAME),
                                row.get(ATTACHMENT.TYPE),
                                row.get(ATTACHMENT.SIZE),
                                new Digest(row.get(ATTACHMENT.SHA256)),
                                row.get(MESSAGE.FROM_NAME).isBlank()
                                        ? row.get(MESSAGE.FROM_ADDRESS)
                                        : row.get(MESSAGE.FROM_NAME),
                                row.get(MESSAGE.STORED_AT)));
    }
}
