// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.FOLDER_CHECK;
import static be.onthaal.mail.internal.db.Tables.SIGHTING;
import static be.onthaal.mail.internal.db.Tables.STUCK;

import be.onthaal.access.Callers;
import be.onthaal.mail.FolderCheck;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.StuckMail;
import be.onthaal.mail.internal.db.Routines;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays what a mail server says that it holds beside what was seen of it. */
@Component
public class FolderChecks {

    private final DSLContext sql;
    private final Clock clock;
    private final MailboxLeases leases;

    FolderChecks(DSLContext sql, Clock clock, MailboxLeases leases) {
        this.sql = sql;
        this.clock = clock;
        this.leases = leases;
    }

    /** Compares the numbers that the server holds up to where it was taken over. */
    @Transactional
    public void compare(
            MailboxId mailbox, String worker, OpenMailbox.Position position, List<Long> held) {
        OpenMailbox open = leases.renew(mailbox, worker);
        Condition seen =
                SIGHTING.AUTHORITY_ID
                        .eq(authority())
                        .and(SIGHTING.MAILBOX_ID.eq(mailbox.value()))
                        .and(SIGHTING.UID_VALIDITY.eq(position.uidValidity()));
        long stored = sql.fetchCount(SIGHTING, seen);
        long known =
                held.isEmpty()
                        ? 0
                        : sql.fetchCount(
                                SIGHTING,
                                seen.and(SIGHTING.UID.eq(DSL.any(held.toArray(Long[]::new)))));
        sql.insertInto(FOLDER_CHECK)
                .set(FOLDER_CHECK.AUTHORITY_ID, authority())
                .set(FOLDER_CHECK.MAILBOX_ID, mailbox.value())
                .set(FOLDER_CHECK.UID_VALIDITY, position.uidValidity())
                .set(FOLDER_CHECK.FOLDER, open.account().folder())
                .set(FOLDER_CHECK.CHECKED_AT, clock.instant())
                .set(FOLDER_CHECK.ON_SERVER, (long) held.size())
                .set(FOLDER_CHECK.STORED, stored)
                .set(FOLDER_CHECK.MISSING, held.size() - known)
                .onConflict(
                        FOLDER_CHECK.AUTHORITY_ID,
                        FOLDER_CHECK.MAILBOX_ID,
                        FOLDER_CHECK.UID_VALIDITY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** How folders compared when that was last done, the newest first. */
    public Map<MailboxId, List<FolderCheck>> all() {
        return sql
                .selectFrom(FOLDER_CHECK)
                .where(FOLDER_CHECK.AUTHORITY_ID.eq(authority()))
                .orderBy(FOLDER_CHECK.CHECKED_AT.desc())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new MailboxId(row.getMailboxId()),
                                Collectors.mapping(
                                        row ->
                                                new FolderCheck(
                                                        row.getFolder(),
                                                        row.getUidValidity(),
                                                        row.getCheckedAt(),
                                                        row.getOnServer(),
                                                        row.getStored(),
                                                        row.getMissing()),
                                        Collectors.toList())));
    }

    public List<StuckMail> stuck(int most) {
        return sql.selectFrom(STUCK.call(most))
                .fetch(row ->
                        new StuckMail(
                                new MessageId(row.getMessageId()),
                                new MailboxId(row.getMailboxId()),
                                Optional.ofNullable(row.getReason()).orElse(""),
                                row.getReceivedAt(),
                                row.getAttempts(),
                                row.getComplete()));
    }

    public int readAgain(MailboxId mailbox, Optional<MessageId> single) {
        return Routines.readAgain(
                sql.configuration(), mailbox.value(), single.map(MessageId::value).orElse(null));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
