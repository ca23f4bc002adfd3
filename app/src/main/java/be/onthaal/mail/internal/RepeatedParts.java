// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Tells logos and pictures of signatures from what somebody sent along: the same small picture came
 * with other mail from the same domain before. Its bytes are kept once in any case.
 */
final class RepeatedParts {

    static final String REPEATED = "repeated";

    /** With so many other mails, of the last so many that hold the same picture. */
    private static final int OFTEN = 3;

    private static final int LOOKED_AT = 100;

    /** A photograph is larger. */
    private static final long SMALL = 200_000;

    private RepeatedParts() {}

    /** Whether the attachment of the question around it is one, asked for small pictures only. */
    static Field<Boolean> isRepeated(DSLContext sql) {
        var other = ATTACHMENT.as("other");
        var same =
                sql.select(other.MESSAGE_ID)
                        .from(other)
                        .where(other.AUTHORITY_ID.eq(ATTACHMENT.AUTHORITY_ID))
                        .and(other.SHA256.eq(ATTACHMENT.SHA256))
                        .and(other.MESSAGE_ID.ne(ATTACHMENT.MESSAGE_ID))
                        .limit(LOOKED_AT)
                        .asTable("same");
        var from = MESSAGE.as("before");
        var often =
                sql.selectOne()
                        .from(same)
                        .join(from)
                        .on(from.AUTHORITY_ID.eq(ATTACHMENT.AUTHORITY_ID))
                        .and(from.ID.eq(DSL.field(DSL.name("same", "message_id"), UUID.class)))
                        .where(domain(from.FROM_ADDRESS).eq(domain(MESSAGE.FROM_ADDRESS)))
                        .limit(1)
                        .offset(OFTEN - 1);
        return DSL.field(
                        ATTACHMENT
                                .TYPE
                                .startsWith("image/")
                                .and(ATTACHMENT.SIZE.le(SMALL))
                                .and(DSL.exists(often)))
                .as(REPEATED);
    }

    private static Field<String> domain(Field<String> address) {
        return DSL.splitPart(DSL.lower(address), DSL.inline("@"), DSL.inline(2));
    }
}
