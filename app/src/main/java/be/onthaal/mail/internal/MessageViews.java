// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.ATTACHMENT;
import static be.onthaal.mail.internal.db.Tables.MAILBOX;
import static be.onthaal.mail.internal.db.Tables.MESSAGE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Count;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Json;
import be.onthaal.database.Part;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.InboxMail;
import be.onthaal.mail.MailAlike;
import be.onthaal.mail.MailView;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.db.tables.records.AttachmentRecord;
import be.onthaal.mail.internal.db.tables.records.MessageRecord;
import be.onthaal.routing.Extras;
import be.onthaal.routing.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Messages as pages show them. */
@Component
public class MessageViews {

    private static final Duration SHORTLY = Duration.ofDays(30);
    private static final int MOST_BEFORE = 50;

    private final DSLContext sql;

    MessageViews(DSLContext sql) {
        this.sql = sql;
    }

    /** The message with its parts, in one statement. */
    public Part<Optional<MailView>> get(MessageId id) {
        return whole(MESSAGE.ID.eq(id.value()));
    }

    /** The message that a register entry was made of. */
    public Part<Optional<MailView>> ofEntry(UUID entry) {
        return whole(MESSAGE.ENTRY_ID.eq(entry));
    }

    /** What rules said of the mails that these entries were made of. */
    public Part<Map<UUID, Extras>> marks(Collection<UUID> entries) {
        return Part.byKey(
                sql.select(MESSAGE.ENTRY_ID, MESSAGE.ROUTE)
                        .from(MESSAGE)
                        .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(MESSAGE.ENTRY_ID.in(entries))
                        .and(MESSAGE.ROUTE.isNotNull()),
                row -> Map.entry(row.value1(), route(row.value2()).extras()));
    }

    /** What the same sender wrote in the month before and was registered, newest first. */
    public Part<List<MailAlike>> before(MailView mail) {
        Instant at = mail.arrival().at();
        return Part.all(
                sql.select(
                                MESSAGE.ID,
                                MESSAGE.ENTRY_ID,
                                MESSAGE.SUBJECT,
                                MESSAGE.RECEIVED_AT,
                                MESSAGE.STORED_AT)
                        .from(MESSAGE)
                        .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(MESSAGE.FROM_ADDRESS.eq(mail.header().fromAddress()))
                        .and(MESSAGE.STORED_AT.gt(at.minus(SHORTLY)))
                        .and(MESSAGE.ID.lt(mail.id().value()))
                        .and(MESSAGE.STATE.eq(MailView.State.READ.name()))
                        .and(MESSAGE.KIND.eq(MailView.Kind.ORDINARY.name()))
                        .and(MESSAGE.ENTRY_ID.isNotNull())
                        .orderBy(MESSAGE.STORED_AT.desc())
                        .limit(MOST_BEFORE),
                row ->
                        new MailAlike(
                                new MessageId(row.value1()),
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4()).orElseGet(row::value5)));
    }

    private Part<Optional<MailView>> whole(Condition which) {
        var parts =
                DSL.multiset(
                        sql.select(ATTACHMENT.fields())
                                .select(RepeatedParts.isRepeated(sql))
                                .from(ATTACHMENT)
                                .where(ATTACHMENT.AUTHORITY_ID.eq(MESSAGE.AUTHORITY_ID))
                                .and(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                                .orderBy(ATTACHMENT.POSITION));
        return Part.one(
                sql.select(MESSAGE.fields())
                        .select(MAILBOX.NAME, MAILBOX.ADDRESS, parts)
                        .from(MESSAGE)
                        .join(MAILBOX)
                        .on(MAILBOX.AUTHORITY_ID.eq(MESSAGE.AUTHORITY_ID))
                        .and(MAILBOX.ID.eq(MESSAGE.MAILBOX_ID))
                        .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(which)
                        .orderBy(MESSAGE.STORED_AT)
                        .limit(1),
                row -> view(row, row.into(MESSAGE), row.get(parts).map(MessageViews::part)));
    }

    /** What waits for the people of the caller's units, oldest first, with an exact count. */
    public Part<Page<InboxMail>> waiting(MailView.State state, PageRequest page) {
        Condition which = setAside().and(MESSAGE.STATE.eq(state.name()));
        var rows =
                lines().where(which)
                        .orderBy(MESSAGE.STORED_AT, MESSAGE.ID)
                        .limit(page.size())
                        .offset(page.offset());
        return Part.all(rows, MessageViews::line)
                .with(
                        Part.count(sql.selectOne().from(MESSAGE).where(which)),
                        (lines, total) -> Page.of(page, lines, Count.exactly(total)));
    }

    /** How much that is, of all that only a person can do something with. */
    public Part<Long> countWaiting() {
        return Part.count(
                sql.selectOne()
                        .from(MESSAGE)
                        .where(setAside())
                        .and(
                                MESSAGE.STATE.in(
                                        MailView.State.UNREADABLE.name(),
                                        MailView.State.QUARANTINED.name())));
    }

    /** The state is written out, so that a prepared statement keeps the index of what waits. */
    private static Condition setAside() {
        return MESSAGE.AUTHORITY_ID
                .eq(authority())
                .and(MESSAGE.STATE.ne(DSL.inline(MailView.State.READ.name())))
                .and(inScope());
    }

    /** Of the own units, or of all for whoever spreads the work. */
    private static Condition inScope() {
        Caller caller = Callers.current();
        return caller.coordinatesAll()
                ? DSL.noCondition()
                : MESSAGE.UNIT_ID.in(caller.rights().units().stream().map(UnitId::value).toList());
    }

    /** What came in for a case, and what these entries were made of, oldest first. */
    public Part<List<InboxMail>> ofCase(UUID caseId, Collection<UUID> entries) {
        return Part.all(
                lines().where(MESSAGE.AUTHORITY_ID.eq(authority()))
                        .and(MESSAGE.CASE_ID.eq(caseId).or(MESSAGE.ENTRY_ID.in(entries)))
                        .orderBy(MESSAGE.STORED_AT, MESSAGE.ID),
                MessageViews::line);
    }

    /** The fingerprint of the whole message as it came. */
    public Optional<String> original(MessageId id) {
        return sql.select(MESSAGE.SHA256)
                .from(MESSAGE)
                .where(MESSAGE.AUTHORITY_ID.eq(authority()))
                .and(MESSAGE.ID.eq(id.value()))
                .fetchOptional(MESSAGE.SHA256);
    }

    /** The fingerprint of a part. */
    public Optional<String> part(MessageId message, AttachmentId id) {
        return sql.select(ATTACHMENT.SHA256)
                .from(ATTACHMENT)
                .where(ATTACHMENT.AUTHORITY_ID.eq(authority()))
                .and(ATTACHMENT.MESSAGE_ID.eq(message.value()))
                .and(ATTACHMENT.ID.eq(id.value()))
                .fetchOptional(ATTACHMENT.SHA256);
    }

    private SelectJoinStep<? extends Record> lines() {
        return sql.select(
                        MESSAGE.ID,
                        MESSAGE.MAILBOX_ID,
                        MESSAGE.STATE,
                        MESSAGE.KIND,
                        MESSAGE.REASON,
                        MESSAGE.FROM_NAME,
                        MESSAGE.FROM_ADDRESS,
                        MESSAGE.SUBJECT,
                        MESSAGE.STORED_AT,
                        MESSAGE.RECEIVED_AT,
                        MESSAGE.ATTEMPTS,
                        MESSAGE.PARTY_ID,
                        MESSAGE.ENTRY_ID,
                        MESSAGE.CASE_ID,
                        MESSAGE.SUGGESTED_CASE_ID,
                        MESSAGE.ANSWERS_DISPATCH,
                        MESSAGE.UNIT_ID,
                        MESSAGE.COMPLETE)
                .from(MESSAGE);
    }

    private static InboxMail line(Record row) {
        MessageRecord message = row.into(MESSAGE);
        return new InboxMail(
                new MessageId(message.getId()),
                new MailboxId(message.getMailboxId()),
                MailView.State.valueOf(message.getState()),
                MailView.Kind.valueOf(message.getKind()),
                Optional.ofNullable(message.getReason()),
                message.getFromName(),
                message.getFromAddress(),
                message.getSubject(),
                MessageRows.receivedAt(message),
                message.getAttempts(),
                Optional.ofNullable(message.getPartyId()),
                Optional.ofNullable(message.getEntryId()),
                Optional.ofNullable(message.getCaseId())
                        .or(() -> Optional.ofNullable(message.getSuggestedCaseId())),
                Optional.ofNullable(message.getAnswersDispatch()),
                new UnitId(message.getUnitId()),
                message.getComplete());
    }

    private static MailView view(
            Record row, MessageRecord message, List<MailView.Attachment> parts) {
        return new MailView(
                new MessageId(message.getId()),
                new MailView.Arrival(
                        new MailboxId(message.getMailboxId()),
                        Objects.requireNonNull(row.get(MAILBOX.NAME)),
                        Objects.requireNonNull(row.get(MAILBOX.ADDRESS)),
                        MessageRows.receivedAt(message),
                        message.getSize()),
                new MailView.Handling(
                        MailView.State.valueOf(message.getState()),
                        MailView.Kind.valueOf(message.getKind()),
                        Optional.ofNullable(message.getReason()),
                        message.getAttempts(),
                        message.getComplete(),
                        List.of(message.getWarnings())),
                header(message),
                body(message),
                parts,
                links(message),
                Optional.ofNullable(message.getRoute()).map(MessageViews::route));
    }

    private static MailView.Header header(MessageRecord message) {
        return new MailView.Header(
                message.getFromName(),
                message.getFromAddress(),
                message.getToAddresses(),
                message.getSubject(),
                Optional.ofNullable(message.getSentAt()),
                Optional.ofNullable(message.getMessageId()).orElse(""),
                List.of(message.getRefs()));
    }

    private static MailView.Body body(MessageRecord message) {
        String text = message.getBodyText();
        int cut = Math.min(message.getNewTextLength(), text.length());
        return new MailView.Body(
                text.substring(0, cut),
                text.substring(cut),
                Optional.ofNullable(message.getBodyHtml()),
                message.getRemotePictures());
    }

    private static MailView.Links links(MessageRecord message) {
        return new MailView.Links(
                new UnitId(message.getUnitId()),
                Confidentiality.of(message.getConfidentiality()),
                Optional.ofNullable(message.getPartyId()),
                Optional.ofNullable(message.getEntryId()),
                Optional.ofNullable(message.getCaseId()),
                Optional.ofNullable(message.getSuggestedCaseId()));
    }

    private static Route route(JSONB kept) {
        return Json.read(kept, Route.class);
    }

    private static MailView.Attachment part(Record kept) {
        AttachmentRecord row = kept.into(ATTACHMENT);
        return new MailView.Attachment(
                new AttachmentId(row.getId()),
                row.getName(),
                row.getType(),
                row.getSize(),
                Optional.ofNullable(row.getContentId()),
                row.getInline(),
                Boolean.TRUE.equals(kept.get(RepeatedParts.REPEATED, Boolean.class)));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
