// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.database.Rows.of;
import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MAILBOX;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.Cases;
import be.onthaal.common.PublicNumber;
import be.onthaal.mail.MailView;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.routing.IncomingMail.Attached;
import be.onthaal.routing.IncomingMail.NamedCase;
import be.onthaal.routing.spi.PastMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Mail that came before, as far as the caller may read it, to try rules on. */
@Component
class MailHistory implements PastMail {

    private static final List<String> CASE_PREFIXES = List.of("Z");
    private static final int LONGEST_TEXT = 20_000;

    private final DSLContext sql;
    private final Cases cases;

    MailHistory(DSLContext sql, Cases cases) {
        this.sql = sql;
        this.cases = cases;
    }

    @Override
    public List<Item> last(Instant from, Instant until, int most) {
        Callers.require(Permission.POST_VIEW);
        Field<String> text = DSL.left(MESSAGE.BODY_TEXT, LONGEST_TEXT).as(MESSAGE.BODY_TEXT);
        var attached =
                DSL.multiset(
                        sql.select(ATTACHMENT.NAME, ATTACHMENT.TYPE)
                                .from(ATTACHMENT)
                                .where(ATTACHMENT.AUTHORITY_ID.eq(MESSAGE.AUTHORITY_ID))
                                .and(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                                .and(ATTACHMENT.INLINE.isFalse())
                                .orderBy(ATTACHMENT.POSITION));
        return sql.select(
                        MESSAGE.ID,
                        MESSAGE.ENTRY_ID,
                        MESSAGE.STORED_AT,
                        MESSAGE.RECEIVED_AT,
                        MESSAGE.KIND,
                        MESSAGE.PARTY_ID,
                        MESSAGE.UNIT_ID,
                        MESSAGE.CASE_ID,
                        MESSAGE.FROM_ADDRESS,
                        MESSAGE.TO_ADDRESSES,
                        MESSAGE.SUBJECT,
                        MESSAGE.NEW_TEXT_LENGTH,
                        text,
                        MAILBOX.UNIT_ID,
                        MAILBOX.ADDRESS,
                        attached)
                .from(MESSAGE)
                .join(MAILBOX)
                .on(MAILBOX.AUTHORITY_ID.eq(MESSAGE.AUTHORITY_ID))
                .and(MAILBOX.ID.eq(MESSAGE.MAILBOX_ID))
                .where(MESSAGE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(MESSAGE.STORED_AT.ge(from))
                .and(MESSAGE.STORED_AT.lt(until))
                .and(
                        MESSAGE.STATE.in(
                                MailView.State.READ.name(), MailView.State.QUARANTINED.name()))
                .and(MESSAGE.DESTROYED_AT.isNull())
                .orderBy(MESSAGE.STORED_AT.desc(), MESSAGE.ID.desc())
                .limit(most)
                .fetch(row -> item(row, row.get(text), row.get(attached)));
    }

    private Item item(Record row, String text, Result<Record2<String, String>> attached) {
        var message = new MessageRecord();
        message.setFromAddress(of(row, MESSAGE.FROM_ADDRESS));
        message.setToAddresses(of(row, MESSAGE.TO_ADDRESSES));
        message.setSubject(of(row, MESSAGE.SUBJECT));
        message.setNewTextLength(of(row, MESSAGE.NEW_TEXT_LENGTH));
        message.setBodyText(text);
        Optional<UUID> caseId = Optional.ofNullable(row.get(MESSAGE.CASE_ID));
        boolean returned = MailView.Kind.BOUNCE.name().equals(row.get(MESSAGE.KIND));
        return new Item(
                of(row, MESSAGE.ID),
                Optional.ofNullable(row.get(MESSAGE.ENTRY_ID)),
                Optional.ofNullable(row.get(MESSAGE.RECEIVED_AT))
                        .orElseGet(() -> of(row, MESSAGE.STORED_AT)),
                Optional.ofNullable(row.get(MESSAGE.PARTY_ID)),
                new Placed(
                        new UnitId(of(row, MESSAGE.UNIT_ID)), new UnitId(of(row, MAILBOX.UNIT_ID))),
                caseId.isPresent() || returned,
                MailRouting.mail(
                        message,
                        of(row, MAILBOX.ADDRESS),
                        attached.map(part -> new Attached(part.value1(), part.value2())),
                        named(message.getSubject())));
    }

    /** Of a case that the caller may not see nothing is told, its type neither. */
    private Optional<NamedCase> named(String subject) {
        return Callers.current().may(Permission.CASE_VIEW)
                ? PublicNumber.findIn(subject, CASE_PREFIXES)
                        .flatMap(cases::findByNumber)
                        .map(MailRouting::named)
                : Optional.empty();
    }
}
