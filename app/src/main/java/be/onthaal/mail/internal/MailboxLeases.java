// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.CLAIM;
import static be.onthaal.mail.internal.db.Tables.MAILBOX;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.internal.OpenMailbox.Position;
import be.onthaal.mail.internal.db.tables.records.MailboxRecord;
import be.onthaal.mail.spi.MailAccount;
import be.onthaal.secrets.InstallationKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which process reads which mailbox, and how far it is; told by the time of the database. */
@Component
class MailboxLeases {

    static final String SECRET = "mail.mailbox";

    private final DSLContext sql;
    private final Clock clock;
    private final InstallationKey key;
    private final IntakeSettings settings;

    MailboxLeases(DSLContext sql, Clock clock, InstallationKey key, IntakeSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.key = key;
        this.settings = settings;
    }

    /** A mailbox that was taken. */
    record Claimed(AuthorityId authority, MailboxId mailbox) {}

    /** Takes mailboxes of any authority that nobody reads. */
    @Transactional
    public List<Claimed> claim(String worker, int most) {
        return sql.selectFrom(CLAIM.call(worker, most, YearToSecond.valueOf(settings.lease())))
                .fetch(row ->
                        new Claimed(
                                new AuthorityId(row.getAuthorityId()),
                                new MailboxId(row.getMailboxId())));
    }

    /** Keeps it for another while; its row stays locked until the commit, so nobody else can. */
    @Transactional
    public OpenMailbox renew(MailboxId mailbox, String worker) {
        Field<Instant> until =
                DSL.field(
                        "clock_timestamp() + {0}",
                        MAILBOX.LEASE_UNTIL.getDataType(),
                        DSL.val(YearToSecond.valueOf(settings.lease())));
        return sql.update(MAILBOX)
                .set(MAILBOX.LEASE_UNTIL, until)
                .where(held(mailbox, worker))
                .returning()
                .fetchOptional(this::read)
                .orElseThrow(LeaseLost::new);
    }

    /** Everything up to this number is stored. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveOn(MailboxId mailbox, Position position) {
        Instant now = clock.instant();
        sql.update(MAILBOX)
                .set(MAILBOX.UID_VALIDITY, position.uidValidity())
                .set(MAILBOX.LAST_UID, position.lastUid())
                .set(MAILBOX.LAST_MAIL_AT, now)
                .where(is(mailbox))
                .execute();
    }

    /** Everything that was there is taken over. */
    @Transactional
    public void looked(MailboxId mailbox, String worker, Position position) {
        sql.update(MAILBOX)
                .set(MAILBOX.UID_VALIDITY, position.uidValidity())
                .set(MAILBOX.LAST_UID, position.lastUid())
                .set(MAILBOX.LOOKED_AT, clock.instant())
                .set(MAILBOX.LAST_ERROR, (String) null)
                .set(MAILBOX.ERROR_SINCE, (Instant) null)
                .where(held(mailbox, worker))
                .execute();
    }

    /** Something is wrong with it, for the administrator to see. */
    @Transactional
    public void problem(MailboxId mailbox, String code) {
        sql.update(MAILBOX)
                .set(MAILBOX.LAST_ERROR, code)
                .set(MAILBOX.ERROR_SINCE, DSL.coalesce(MAILBOX.ERROR_SINCE, clock.instant()))
                .where(is(mailbox))
                .execute();
    }

    /** Leaves it for another process. */
    @Transactional
    public void release(MailboxId mailbox, String worker) {
        sql.update(MAILBOX)
                .set(MAILBOX.LEASE_UNTIL, (Instant) null)
                .set(MAILBOX.LEASE_BY, (String) null)
                .where(is(mailbox))
                .and(MAILBOX.LEASE_BY.eq(worker))
                .execute();
    }

    private static Condition held(MailboxId mailbox, String worker) {
        return is(mailbox)
                .and(MAILBOX.LEASE_BY.eq(worker))
                .and(MAILBOX.STATE.eq(Mailbox.State.ACTIVE.name()));
    }

    private static Condition is(MailboxId mailbox) {
        return MAILBOX.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(MAILBOX.ID.eq(mailbox.value()));
    }

    private OpenMailbox read(MailboxRecord row) {
        return new OpenMailbox(
                new MailboxId(row.getId()),
                new UnitId(row.getUnitId()),
                row.getAddress(),
                Confidentiality.of(row.getConfidentiality()),
                new MailAccount(
                        row.getImapUrl(),
                        row.getImapUser(),
                        key.open(SECRET, row.getImapSecret()),
                        row.getFolder()),
                Optional.ofNullable(row.getUidValidity())
                        .map(validity -> new Position(validity, row.getLastUid())));
    }
}
