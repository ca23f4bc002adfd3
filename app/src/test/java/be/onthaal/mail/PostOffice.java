// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.database.Ids;
import be.onthaal.mail.internal.Intake;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Mailboxes for tests, the intake that reads them, and a look at what came of it. */
@TestComponent
public class PostOffice {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Mailboxes mailboxes;
    private final Intake intake;
    private final DSLContext sql;
    private final TransactionOperations transactions;

    PostOffice(
            Mailboxes mailboxes,
            Intake intake,
            DSLContext sql,
            TransactionOperations transactions) {
        this.mailboxes = mailboxes;
        this.intake = intake;
        this.sql = sql;
        this.transactions = transactions;
    }

    public static String newAddress() {
        return "post-" + Ids.next() + "@proefdorp.be";
    }

    public MailboxId add(TestAuthority where, String url, String address, String password) {
        var server = new NewMailbox.Server(url, address, password, "INBOX");
        var mailbox =
                new NewMailbox(where.unit(), address, "Onthaal", server, Confidentiality.INTERNAL);
        return Callers.as(where.administrator(), () -> mailboxes.add(mailbox));
    }

    public void open() {
        intake.start();
    }

    public void close() {
        intake.stop();
    }

    Mailbox look(TestAuthority where, MailboxId id) {
        return Callers.as(where.administrator(), mailboxes::list).stream()
                .filter(mailbox -> mailbox.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Until so many messages are in and none waits. */
    public Mailbox.Tally await(TestAuthority where, MailboxId id, long messages) {
        Eventually.until(
                PATIENCE,
                () ->
                        look(where, id).tally()
                                + ", wanted "
                                + messages
                                + "; "
                                + look(where, id).health(),
                () -> {
                    Mailbox.Tally tally = look(where, id).tally();
                    return tally.stored() >= messages && tally.waiting() == 0;
                });
        return look(where, id).tally();
    }

    /** The messages of a mailbox, oldest first. */
    List<Map<String, Object>> messages(TestAuthority where, MailboxId id) {
        return rows(
                where.service(),
                "select * from mail.message where mailbox_id = '" + id + "' order by id");
    }

    /** Their identities, oldest first. */
    public List<MessageId> ids(TestAuthority where, MailboxId id) {
        return messages(where, id).stream()
                .map(row -> MessageId.of(String.valueOf(row.get("id"))))
                .toList();
    }

    /** The last message of a mailbox. */
    Map<String, Object> last(TestAuthority where, MailboxId id) {
        return messages(where, id).getLast();
    }

    /** The name of the database that this application works in. */
    String database() {
        return Callers.as(
                        Caller.service("test"),
                        () ->
                                transactions.execute(
                                        status -> sql.fetchSingle("select current_database()")))
                .get(0, String.class);
    }

    List<Map<String, Object>> rows(Caller caller, String query) {
        return Callers.as(
                caller,
                () ->
                        transactions.execute(
                                status -> sql.resultQuery(query).fetch(Record::intoMap)));
    }
}
