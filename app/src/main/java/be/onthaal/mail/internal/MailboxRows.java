// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import static be.onthaal.mail.internal.db.Tables.MAILBOX;
import static be.onthaal.mail.internal.db.Tables.TALLY;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Conflict;
import be.onthaal.common.EmailAddress;
import be.onthaal.database.Ids;
import be.onthaal.mail.MailView;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.NewMailbox;
import be.onthaal.mail.internal.db.Routines;
import be.onthaal.mail.internal.db.tables.records.MailboxRecord;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.secrets.InstallationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Mailboxes as rows, for those who manage them. */
@Component
public class MailboxRows {

    private static final String SEEN = "SEEN";

    private final DSLContext sql;
    private final Clock clock;
    private final InstallationKey key;

    MailboxRows(DSLContext sql, Clock clock, InstallationKey key) {
        this.sql = sql;
        this.clock = clock;
        this.key = key;
    }

    /** An address is read once, whichever authority asks. */
    public MailboxId insert(NewMailbox mailbox, EmailAddress address) {
        NewMailbox.Server server = mailbox.server();
        return sql.insertInto(MAILBOX)
                .set(MAILBOX.AUTHORITY_ID, authority())
                .set(MAILBOX.ID, Ids.next())
                .set(MAILBOX.UNIT_ID, mailbox.unit().value())
                .set(MAILBOX.ADDRESS, address.normalised())
                .set(MAILBOX.NAME, mailbox.name().strip())
                .set(MAILBOX.CONFIDENTIALITY, mailbox.confidentiality().level())
                .set(MAILBOX.IMAP_URL, server.url())
                .set(MAILBOX.IMAP_USER, server.user())
                .set(MAILBOX.IMAP_SECRET, seal(server))
                .set(MAILBOX.FOLDER, server.folder())
                .onConflictDoNothing()
                .returning(MAILBOX.ID)
                .fetchOptional(MAILBOX.ID)
                .map(MailboxId::new)
                .orElseThrow(() -> new Conflict("mail.mailbox-taken"));
    }

    public List<Mailbox> list() {
        Map<UUID, Map<String, Long>> tallies = new HashMap<>();
        sql.selectFrom(TALLY.call())
                .forEach(row ->
                        tallies.computeIfAbsent(row.getMailboxId(), id -> new HashMap<>())
                                .put(row.getState(), row.getMessages()));
        return sql.selectFrom(MAILBOX)
                .where(MAILBOX.AUTHORITY_ID.eq(authority()))
                .orderBy(MAILBOX.NAME, MAILBOX.ID)
                .fetch(row -> read(row, tallies.getOrDefault(row.getId(), Map.of())));
    }

    /** The address of the mailbox of a unit; the first by name when it has several. */
    public Optional<String> addressOf(UnitId unit) {
        return sql.select(MAILBOX.ADDRESS)
                .from(MAILBOX)
                .where(MAILBOX.AUTHORITY_ID.eq(authority()))
                .and(MAILBOX.UNIT_ID.eq(unit.value()))
                .orderBy(MAILBOX.STATE, MAILBOX.NAME, MAILBOX.ID)
                .limit(1)
                .fetchOptional(MAILBOX.ADDRESS);
    }

    /** Whether answers to this address may carry a mark. */
    public boolean marksAnswers(String address) {
        return sql.fetchExists(
                MAILBOX,
                MAILBOX.AUTHORITY_ID
                        .eq(authority())
                        .and(MAILBOX.ADDRESS.eq(address))
                        .and(MAILBOX.ANSWERS_MARKED.isTrue()));
    }

    public int markAnswers(MailboxId id, boolean wanted) {
        return sql.update(MAILBOX).set(MAILBOX.ANSWERS_MARKED, wanted).where(is(id)).execute();
    }

    public int setState(MailboxId id, Mailbox.State state) {
        return sql.update(MAILBOX).set(MAILBOX.STATE, state.name()).where(is(id)).execute();
    }

    /** The lease goes, so that whoever reads it now begins anew. */
    public int reconnect(MailboxId id, NewMailbox.Server server) {
        return sql.update(MAILBOX)
                .set(MAILBOX.IMAP_URL, server.url())
                .set(MAILBOX.IMAP_USER, server.user())
                .set(MAILBOX.IMAP_SECRET, seal(server))
                .set(MAILBOX.FOLDER, server.folder())
                .set(MAILBOX.LEASE_BY, (String) null)
                .set(MAILBOX.LEASE_UNTIL, (Instant) null)
                .where(is(id))
                .execute();
    }

    public boolean has(MailboxId id) {
        return sql.fetchExists(MAILBOX, is(id));
    }

    /** From its first mail; the lease goes, so that whoever reads it now begins anew. */
    public int lookAgain(MailboxId id) {
        return sql.update(MAILBOX)
                .set(MAILBOX.LAST_UID, 0L)
                .set(MAILBOX.LEASE_BY, (String) null)
                .set(MAILBOX.LEASE_UNTIL, (Instant) null)
                .where(is(id))
                .execute();
    }

    /** With its messages, also those that the caller himself may not see. */
    public List<MailboxId> follow(UnitSucceeded succession) {
        UUID successor = succession.successor().value();
        Routines.follow(sql.configuration(), succession.closed().value(), successor);
        return sql.update(MAILBOX)
                .set(MAILBOX.UNIT_ID, successor)
                .where(MAILBOX.AUTHORITY_ID.eq(authority()))
                .and(MAILBOX.UNIT_ID.eq(succession.closed().value()))
                .returning(MAILBOX.ID)
                .fetch(row -> new MailboxId(row.getId()));
    }

    private String seal(NewMailbox.Server server) {
        return key.seal(MailboxLeases.SECRET, server.password());
    }

    private Mailbox read(MailboxRecord row, Map<String, Long> tally) {
        var state = Mailbox.State.valueOf(row.getState());
        Optional<Instant> lookedAt = Optional.ofNullable(row.getLookedAt());
        return new Mailbox(
                new MailboxId(row.getId()),
                new UnitId(row.getUnitId()),
                row.getAddress(),
                row.getName(),
                Confidentiality.of(row.getConfidentiality()),
                new Mailbox.Server(row.getImapUrl(), row.getImapUser(), row.getFolder()),
                state,
                row.getAnswersMarked(),
                new Mailbox.Health(
                        lookedAt,
                        Optional.ofNullable(row.getLastMailAt()),
                        lookedAt.filter(at -> state == Mailbox.State.ACTIVE)
                                .map(at -> Duration.between(at, clock.instant())),
                        Optional.ofNullable(row.getLastError()),
                        Optional.ofNullable(row.getErrorSince())),
                new Mailbox.Tally(
                        tally.getOrDefault(SEEN, 0L),
                        count(tally, MailView.State.STORED),
                        count(tally, MailView.State.READ),
                        count(tally, MailView.State.UNREADABLE),
                        count(tally, MailView.State.QUARANTINED)));
    }

    private static long count(Map<String, Long> tally, MailView.State state) {
        return tally.getOrDefault(state.name(), 0L);
    }

    private static Condition is(MailboxId id) {
        return MAILBOX.AUTHORITY_ID.eq(authority()).and(MAILBOX.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
