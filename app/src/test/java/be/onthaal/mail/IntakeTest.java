// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.Digest;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(PostOffice.class)
class IntakeTest {

    private static MailTown town;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Mailboxes mailboxes;
    @Autowired Messages messages;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller jan;
    private String address;

    @BeforeAll
    static void startTown() {
        town = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        town.close();
    }

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        address = PostOffice.newAddress();
        town.addUser(address, "geheim");
    }

    @AfterEach
    void closeOffice() {
        town.line().mend();
        town.line().delay(Duration.ZERO);
        office.close();
    }

    @Test
    void everyAwkwardMailIsStoredAndReadOrSetAsideWithAReason() {
        Corpus.all().forEach(mail -> town.deliver(address, mail));
        MailboxId id = add();
        int offered = new HashSet<>(town.mailOf(address)).size();

        office.open();
        Mailbox.Tally tally = office.await(here, id, offered);

        assertThat(tally.stored()).isEqualTo(offered);
        assertThat(tally.adds()).isTrue();
        for (Map<String, Object> message : office.messages(here, id)) {
            boolean read = "READ".equals(message.get("state"));
            assertThat(message.get(read ? "entry_id" : "reason")).isNotNull();
        }
        assertThat(tally.read()).isGreaterThan(offered * 9L / 10);
    }

    @Test
    void newMailIsReadWhileTheMailboxIsWatched() {
        MailboxId id = add();
        office.open();
        Eventually.until(
                Duration.ofSeconds(20),
                () -> office.look(here, id).health().toString(),
                () -> office.look(here, id).health().lookedAt().isPresent());

        town.deliver(address, plain("Openingsuren", 1));

        office.await(here, id, 1);
        Map<String, Object> row = office.last(here, id);
        assertThat(row.get("subject")).isEqualTo("Openingsuren");
        assertThat(row.get("from_address")).isEqualTo("els.maes@voorbeeld.be");
        assertThat(office.look(here, id).health().problem()).isEmpty();
    }

    @Test
    void aChangedValidityDoublesNothing() {
        for (int i = 0; i < 20; i++) {
            town.deliver(address, plain("Vraag " + i, i));
        }
        MailboxId id = add();
        office.open();
        office.await(here, id, 20);
        office.close();

        town.renumber(address);
        town.deliver(address, plain("Nieuw", 99));
        office.open();
        Mailbox.Tally tally = office.await(here, id, 21);

        assertThat(tally.stored()).isEqualTo(21);
        String sightings = "select 1 from mail.sighting where mailbox_id = '" + id + "'";
        Eventually.until(
                Duration.ofSeconds(20),
                () -> "not every mail was seen again",
                () -> office.rows(here.service(), sightings).size() == 41);
        assertThat(entries()).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void theSameMailTwiceIsOneMessageSeenTwice() {
        town.deliver(address, plain("Dubbel", 1));
        town.deliver(address, plain("Dubbel", 1));
        MailboxId id = add();

        office.open();
        Mailbox.Tally tally = office.await(here, id, 1);

        assertThat(tally.stored()).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void aLineThatBreaksInTheMiddleLosesAndDoublesNothing() {
        for (int i = 0; i < 120; i++) {
            town.deliver(address, plain("Vraag " + i, i));
        }
        MailboxId id = add();
        town.line().cutAfter(25_000);

        office.open();
        Mailbox.Tally tally = office.await(here, id, 120);

        assertThat(town.line().cutAwaited()).isFalse();
        assertThat(tally.stored()).isEqualTo(120);
        assertThat(entries()).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatIsGoneIsShownAndNothingIsLost() {
        town.deliver(address, plain("Vraag", 1));
        MailboxId id = add();
        town.line().die();

        office.open();
        Eventually.until(
                Duration.ofSeconds(20),
                () -> office.look(here, id).health().toString(),
                () -> office.look(here, id).health().problem().isPresent());
        assertThat(office.look(here, id).health().problem()).hasValue("unreachable");
        town.line().mend();

        assertThat(office.await(here, id, 1).read()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsShown() {
        MailboxId id = office.add(here, town.imapUrl(), address, "fout");

        office.open();

        Eventually.until(
                Duration.ofSeconds(20),
                () -> office.look(here, id).health().toString(),
                () ->
                        office.look(here, id)
                                .health()
                                .problem()
                                .equals(Optional.of("login-refused")));
    }

    @Test
    void fiftyMegabytesOfAttachmentComeBackByteForByte() {
        byte[] plan = new byte[36 * 1024 * 1024];
        new Random(1).nextBytes(plan);
        town.deliver(address, withAttachment(plan));
        town.deliver(address, plain("Na de grote", 2));
        MailboxId id = add();

        office.open();
        office.await(here, id, 2);

        var big = office.ids(here, id).getFirst();
        MailView view = Callers.as(jan, () -> messages.consult(big));
        assertThat(view.arrival().size()).isGreaterThan(48_000_000);
        var part = view.attachments().getFirst();
        byte[] back = Callers.as(jan, () -> messages.attachment(big, part.id()));
        assertThat(Digest.of(back)).isEqualTo(Digest.of(plan));
        assertThat(office.last(here, id).get("subject")).isEqualTo("Na de grote");
    }

    @Test
    void theOriginalIsKeptByteForByte() {
        town.deliver(address, plain("Origineel", 1));
        MailboxId id = add();

        office.open();
        office.await(here, id, 1);

        var message = office.ids(here, id).getLast();
        byte[] original = Callers.as(jan, () -> messages.original(message));
        assertThat(new String(original, StandardCharsets.ISO_8859_1))
                .isEqualTo(town.mailOf(address).getFirst());
    }

    @Test
    void aConsultationOfAMessageIsLogged() {
        town.deliver(address, plain("Vraag", 1));
        MailboxId id = add();
        office.open();
        office.await(here, id, 1);
        var message = office.ids(here, id).getLast();

        Callers.as(jan, () -> messages.consult(message));

        assertThat(
                        owner.column(
                                "select action from audit.event where subject_id = '%s'"
                                        .formatted(message)))
                .containsExactly("mail.consulted");
    }

    @Test
    void whatFailsIsSetAsideAndCanBeReadAgain() {
        town.deliver(address, plain("Eerst", 1));
        town.deliver(address, plain("Struikelt", 2));
        town.deliver(address, plain("Daarna", 3));
        MailboxId id = add();
        owner.execute(
                "create or replace function post.stumble() returns trigger language plpgsql as $$"
                        + " begin if new.subject = 'Struikelt' then raise 'stumbled'; end if;"
                        + " return new; end $$");
        owner.execute(
                "create trigger stumble before insert on post.entry for each row"
                        + " execute function post.stumble()");
        try {
            office.open();
            Mailbox.Tally tally = office.await(here, id, 3);
            assertThat(tally.read()).isEqualTo(2);
            assertThat(tally.unreadable()).isEqualTo(1);
        } finally {
            owner.execute("drop trigger stumble on post.entry");
        }
        var aside = Callers.as(jan, () -> messages.unreadable(PageRequest.first())).rows();
        assertThat(aside)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).hasValue("not-processed"));

        Caller clerk = towns.person(here, StandardRole.POST_CLERK);
        Callers.run(clerk, () -> messages.tryAgain(aside.getFirst().id()));
        office.close();
        office.open();

        assertThat(office.await(here, id, 3).read()).isEqualTo(3);
        MailView again = Callers.as(clerk, () -> messages.get(aside.getFirst().id()));
        assertThat(again.links().entry()).isPresent();
        assertThatThrownBy(() -> Callers.run(jan, () -> messages.tryAgain(aside.getFirst().id())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anOutageCountsAgainstNoMessage() throws InterruptedException {
        MailboxId id = add();
        for (int i = 0; i < 30; i++) {
            town.deliver(address, plain("Vraag " + i, i));
        }
        office.open();
        office.await(here, id, 30);
        office.close();
        unread(id);
        fillTheDisk();
        try {
            office.open();
            Eventually.until(
                    Duration.ofSeconds(20),
                    () -> office.look(here, id).health().toString(),
                    () -> office.look(here, id).health().problem().equals(Optional.of("database")));
            Thread.sleep(2_000);

            assertThat(office.messages(here, id))
                    .hasSize(30)
                    .allSatisfy(row -> {
                        assertThat(row.get("state")).isEqualTo("STORED");
                        assertThat(row.get("attempts")).isIn(0, 1);
                    });
        } finally {
            office.close();
            owner.execute("drop trigger stumble on post.entry");
        }
        assertThat(attempts(id)).containsOnly("0");

        office.open();
        assertThat(office.await(here, id, 30).read()).isEqualTo(30);
    }

    @Test
    void aMessageThatKillsItsReaderEachTimeIsSetAsideAndTheOthersAreNot() {
        MailboxId id = add();
        town.deliver(address, plain("Doodt", 1));
        town.deliver(address, plain("Onschuldig", 2));
        office.open();
        office.await(here, id, 2);
        office.close();
        unread(id);
        owner.execute(
                "update mail.message set attempts = 5 where mailbox_id = '%s' and subject = 'Doodt'"
                        .formatted(id));

        office.open();
        Mailbox.Tally tally = office.await(here, id, 2);

        assertThat(tally.unreadable()).isEqualTo(1);
        assertThat(tally.read()).isEqualTo(1);
        assertThat(office.messages(here, id))
                .filteredOn(row -> "UNREADABLE".equals(row.get("state")))
                .extracting(row -> row.get("subject") + " " + row.get("reason"))
                .containsExactly("Doodt keeps-failing");
    }

    @Test
    void aMessageWhoseBytesAreOutOfReachHoldsUpNobody() {
        MailboxId id = add();
        town.deliver(address, plain("Weg", 1));
        town.deliver(address, plain("Daarna", 2));
        office.open();
        office.await(here, id, 2);
        office.close();
        unread(id);
        owner.execute(
                "update files.content set bytes = null where sha256 in (select sha256 from mail.message"
                        + " where mailbox_id = '%s' and subject = 'Weg')".formatted(id));

        office.open();
        town.deliver(address, plain("Nieuw", 3));
        Eventually.until(
                Duration.ofSeconds(30),
                () -> office.look(here, id).tally().toString(),
                () -> office.look(here, id).tally().read() == 2);

        assertThat(office.look(here, id).tally().waiting()).isEqualTo(1);
        assertThat(attempts(id)).contains("0");
    }

    @Test
    void whatACrashLeftUnreadIsReadAtTheNextStart() {
        town.deliver(address, plain("Vraag", 1));
        MailboxId id = add();
        office.open();
        office.await(here, id, 1);
        office.close();
        owner.execute(
                "update mail.message set state = 'STORED', entry_id = null where mailbox_id = '%s'"
                        .formatted(id));

        office.open();
        Mailbox.Tally tally = office.await(here, id, 1);

        assertThat(tally.read()).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-07T22:59:59Z, 2025-03-07",
        "2025-03-07T23:00:00Z, 2025-03-08",
        "2025-03-09T10:00:00Z, 2025-03-09",
        "2025-03-29T22:59:59Z, 2025-03-29",
        "2025-03-29T23:00:00Z, 2025-03-30",
        "2025-03-30T21:59:59Z, 2025-03-30",
        "2025-03-30T22:00:00Z, 2025-03-31",
        "2025-10-26T22:59:59Z, 2025-10-26",
        "2025-10-26T23:00:00Z, 2025-10-27"
    })
    void whatIsReadLaterCameInOnTheDayTheMailServerGotIt(Instant arrived, String day) {
        town.deliver(address, plain("Vraag", 1), arrived);
        MailboxId id = add();

        office.open();
        office.await(here, id, 1);

        assertThat(receivedOn()).containsExactly(day);
        MailView view = Callers.as(jan, () -> messages.get(office.ids(here, id).getFirst()));
        assertThat(view.arrival().at()).isEqualTo(arrived);
    }

    @Test
    void aMailServerWhoseClockIsAheadSaysNothingOfTheDay() {
        town.deliver(address, plain("Vraag", 1), Instant.parse("2099-01-01T12:00:00Z"));
        MailboxId id = add();
        String before = Brussels.today(clock).toString();

        office.open();
        office.await(here, id, 1);

        assertThat(receivedOn()).containsAnyOf(before, Brussels.today(clock).toString());
    }

    @Test
    void aPausedMailboxIsLeftAlone() throws InterruptedException {
        MailboxId id = add();
        Callers.run(here.administrator(), () -> mailboxes.pause(id));
        town.deliver(address, plain("Vraag", 1));

        office.open();
        Thread.sleep(500);
        assertThat(office.look(here, id).tally().stored()).isZero();
        office.close();
        Callers.run(here.administrator(), () -> mailboxes.resume(id));
        office.open();

        assertThat(office.await(here, id, 1).read()).isEqualTo(1);
    }

    @Test
    void thePasswordIsSealedInTheDatabase() {
        MailboxId id = add();

        List<String> secrets =
                owner.column("select imap_secret from mail.mailbox where id = '%s'".formatted(id));

        assertThat(secrets).singleElement().asString().doesNotContain("geheim");
    }

    @Test
    void aMailboxFollowsItsUnit() {
        MailboxId id = add();
        var successor =
                Callers.as(here.administrator(), () -> units.open("Burgerzaken", Optional.empty()));

        Callers.run(here.administrator(), () -> units.mergeInto(here.unit(), successor.id()));

        assertThat(office.look(here, id).unit()).isEqualTo(successor.id());
    }

    @Test
    void anAddressIsReadOnceAndOnlyByAnAdministratorsWish() {
        add();

        assertThatThrownBy(this::add).isInstanceOf(Conflict.class).hasMessage("mail.mailbox-taken");
        assertThatThrownBy(() -> office.add(here, "http://x", PostOffice.newAddress(), "x"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Callers.as(jan, mailboxes::list)).isInstanceOf(Refused.class);
    }

    private void unread(MailboxId id) {
        owner.execute(
                "update mail.message set state = 'STORED', entry_id = null where mailbox_id = '%s'"
                        .formatted(id));
        owner.execute(
                "delete from contact.question where authority_id = '%1$s';"
                                .formatted(here.authority().id())
                        + "delete from contact.moment where authority_id = '%1$s';"
                                .formatted(here.authority().id())
                        + "delete from post.entry where authority_id = '%1$s'"
                                .formatted(here.authority().id()));
    }

    private List<String> receivedOn() {
        return owner.column(
                "select received_on from post.entry where authority_id = '%s'"
                        .formatted(here.authority().id()));
    }

    private void fillTheDisk() {
        owner.execute(
                "create or replace function post.stumble() returns trigger language plpgsql as $$"
                        + " begin raise 'no space left on device' using errcode = '53100'; end $$");
        owner.execute(
                "create trigger stumble before insert on post.entry for each row"
                        + " execute function post.stumble()");
    }

    private List<String> attempts(MailboxId id) {
        return owner.column(
                "select attempts from mail.message where mailbox_id = '%s'".formatted(id));
    }

    private MailboxId add() {
        return office.add(here, town.imapUrl(), address, "geheim");
    }

    private List<Object> entries() {
        return office.rows(here.service(), "select source_id from post.entry").stream()
                .map(row -> row.get("source_id"))
                .toList();
    }

    private static String plain(String subject, int number) {
        return """
        From: Els Maes <els.maes@voorbeeld.be>
        To: onthaal@proefdorp.be
        Subject: %s
        Message-ID: <mail-%d@voorbeeld.be>
        Date: Mon, 2 Mar 2026 10:00:00 +0100
        Content-Type: text/plain; charset=UTF-8

        Beste, wanneer is het loket open?
        """
                .formatted(subject, number);
    }

    private static byte[] withAttachment(byte[] content) {
        String head =
                """
                From: Els Maes <els.maes@voorbeeld.be>
                Subject: Plan
                Message-ID: <groot@voorbeeld.be>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=grens

                --grens
                Content-Type: text/plain

                Zie bijlage.
                --grens
                Content-Type: application/octet-stream; name=plan.bin
                Content-Transfer-Encoding: base64

                """
                        .replace("\n", "\r\n");
        byte[] body = Base64.getMimeEncoder().encode(content);
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--grens--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[first.length + body.length + end.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        System.arraycopy(end, 0, whole, first.length + body.length, end.length);
        return whole;
    }
}
