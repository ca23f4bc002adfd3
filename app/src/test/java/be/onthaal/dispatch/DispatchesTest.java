// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.dispatch.Dispatch.State;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.SentMail;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
class DispatchesTest {

    @Autowired TownFixtures towns;
    @Autowired Dispatches dispatches;
    @Autowired Dispatcher outbox;
    @Autowired SentMail sent;
    @Autowired AsOwner owner;
    @Autowired TransactionOperations transactions;
    @Autowired Clock clock;

    private TestAuthority here;
    private TestAuthority there;
    private Caller jan;

    @BeforeEach
    void foundTown() {
        var town = towns.found();
        here = town.municipality();
        there = town.ocmw();
        jan = towns.person(here, StandardRole.CASE_HANDLER);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void whatIsSentLeavesOnceAfterTheCommit() {
        String address = address();
        Dispatch queued = send(mail(address));

        outbox.drain();
        outbox.drain();

        assertThat(sent.to(address))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.messageId()).isEqualTo(queued.messageId());
                    assertThat(mail.subject()).isEqualTo("Uw vraag [Z-2026-000001]");
                });
        assertThat(now(queued).state()).isEqualTo(State.SENT);
        assertThat(now(queued).sentAt()).isPresent();
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        String address = address();

        Callers.run(
                jan,
                () ->
                        transactions.executeWithoutResult(status -> {
                            dispatches.send(mail(address));
                            status.setRollbackOnly();
                        }));
        outbox.drain();

        assertThat(sent.to(address)).isEmpty();
    }

    @Test
    void aCrashBetweenSendingAndWritingItDownRepeatsTheSameMessageId() {
        String address = address();
        Dispatch queued = send(mail(address));
        outbox.drain();

        owner.execute(
                "update dispatch.dispatch set state = 'QUEUED', sent_at = null where id = '%s'"
                        .formatted(queued.id()));
        owner.execute(
                "update outbox.effect set state = 'DUE', lease_until = null, due_at = now()"
                        + " - interval '1 day' where payload->>'dispatch' = '%s'"
                                .formatted(queued.id()));
        outbox.drain();

        assertThat(sent.to(address))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.messageId()).isEqualTo(queued.messageId()));
    }

    @Test
    void whatWaitsBehindASlowMailServerIsSentOnceByWhoeverComesFirst() {
        String slow = address();
        String next = address();
        Dispatch first = send(mail(slow));
        Dispatch second = send(mail(next));
        sent.during(
                slow,
                () -> {
                    ((MovableClock) clock).advance(Duration.ofMinutes(3));
                    inAnotherProcess();
                });

        outbox.drain();

        assertThat(sent.to(slow)).hasSize(1);
        assertThat(sent.to(next)).hasSize(1);
        assertThat(effects("attempts", first)).containsExactly("1");
        assertThat(effects("attempts", second)).containsExactly("1");
        assertThat(effects("state", second)).containsExactly("DONE");
    }

    @Test
    void whatIsGivenUpIsToldToItsPeopleInTheSameCommit() {
        Dispatch queued = send(mail("later@voorbeeld.be"));
        owner.execute(
                "update outbox.effect set attempts = 11 where payload->>'dispatch' = '%s'"
                        .formatted(queued.id()));
        owner.execute(
                "create or replace function dispatch.stumble() returns trigger language plpgsql as"
                        + " $$ begin raise 'stumbled'; end $$");
        owner.execute(
                "create trigger stumble before update on dispatch.dispatch for each row execute"
                        + " function dispatch.stumble()");
        try {
            outbox.drain();
        } finally {
            owner.execute("drop trigger stumble on dispatch.dispatch");
        }
        List<String> whileItCannotBeTold = effects("state", queued);
        ((MovableClock) clock).advance(Duration.ofMinutes(11));
        outbox.drain();

        assertThat(whileItCannotBeTold).containsExactly("DUE");
        assertThat(effects("state", queued)).containsExactly("FAILED");
        assertThat(now(queued).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aRefusedMailFailsWithTheAnswerOfTheServerAndCanBeTriedAgain() {
        Dispatch queued = send(mail("weg@voorbeeld.be"));
        outbox.drain();

        assertThat(now(queued).state()).isEqualTo(State.FAILED);
        assertThat(now(queued).problem()).hasValue("550 5.1.1 no such user");
        assertThat(Callers.as(jan, () -> dispatches.troubled(10)))
                .extracting(Dispatch::id)
                .containsExactly(queued.id());

        Callers.run(here.administrator(), () -> dispatches.again(queued.id()));
        assertThat(now(queued).state()).isEqualTo(State.QUEUED);
        outbox.drain();
        assertThat(now(queued).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aDelayedMailWaitsAndOnlyAFailedOneIsTriedAgainByHand() {
        Dispatch queued = send(mail("later@voorbeeld.be"));

        outbox.drain();

        assertThat(now(queued).state()).isEqualTo(State.QUEUED);
        assertThatThrownBy(() ->
                        Callers.run(here.administrator(), () -> dispatches.again(queued.id())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void onlyOurOwnMessageIdsAreBelieved() {
        Dispatch queued = send(mail(address()));
        String real = queued.messageId();
        String forged = real.replaceFirst("\\.[0-9a-f]{32}@", "." + "0".repeat(32) + "@");

        assertThat(Callers.as(jan, () -> dispatches.findByMessageId(real))).isPresent();
        assertThat(Callers.as(jan, () -> dispatches.findByMessageId(forged))).isEmpty();
        assertThat(Callers.as(jan, () -> dispatches.findByMessageId("abc@voorbeeld.be"))).isEmpty();
        assertThat(Callers.as(there.service(), () -> dispatches.findByMessageId(real))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jan@voorbeeld.be\r\nBcc: iedereen@voorbeeld.be",
                "jan@voorbeeld.be, piet@voorbeeld.be",
                "Jan <jan@voorbeeld.be>",
                "jan",
                ""
            })
    void anImpossibleRecipientIsRefused(String recipient) {
        assertThatThrownBy(() -> send(mail(recipient)))
                .isInstanceOf(Refused.class)
                .hasMessage("dispatch.recipient");
    }

    @Test
    void aLineEndInASubjectOrNameAddsNoHeader() {
        String address = address();
        NewDispatch plain = mail(address);
        var evil =
                new NewDispatch(
                        plain.channel(),
                        plain.purpose(),
                        plain.party(),
                        plain.caseId(),
                        plain.unit(),
                        plain.confidentiality(),
                        new Sender("onthaal@proefdorp.be", "Onthaal\r\nBcc: x@y.be"),
                        address,
                        "Uw vraag\r\nBcc: iedereen@voorbeeld.be\u2028nog",
                        plain.text(),
                        Optional.of("<a@b>\r\nBcc: x@y.be"),
                        List.of("ok@b.be", "<kwaad\n@b>"),
                        false);

        send(evil);
        outbox.drain();

        assertThat(sent.to(address))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Uw vraag Bcc: iedereen@voorbeeld.be nog");
                    assertThat(mail.senderName()).isEqualTo("Onthaal Bcc: x@y.be");
                    assertThat(mail.inReplyTo()).isEmpty();
                    assertThat(mail.references()).containsExactly("ok@b.be");
                });
    }

    @Test
    void tenThousandAutomaticAnswersBecomeFiveAnHour() throws InterruptedException {
        String address = address();
        List<Callable<Dispatch>> storm =
                IntStream.range(0, 40)
                        .<Callable<Dispatch>>mapToObj(
                                i -> () -> sendAs(here.service(), automatic(address, Ids.next())))
                        .toList();

        var answers = Together.run(storm);

        assertThat(answers).hasSize(40).allMatch(Dispatch.class::isInstance);
        assertThat(states(answers, State.QUEUED)).isEqualTo(5);
        assertThat(states(answers, State.WITHHELD)).isEqualTo(35);
        ((MovableClock) clock).advance(Duration.ofMinutes(61));
        assertThat(sendAs(here.service(), automatic(address, Ids.next())).state())
                .isEqualTo(State.QUEUED);
    }

    @Test
    void oneCaseSendsFiveAutomaticMailsAnHourWhoeverGetsThem() {
        UUID caseId = Ids.next();

        List<Dispatch> all =
                IntStream.range(0, 7)
                        .mapToObj(i -> sendAs(here.service(), automatic(address(), caseId)))
                        .toList();

        assertThat(all.stream().filter(one -> one.state() == State.QUEUED)).hasSize(5);
        assertThat(all.getLast().problem()).hasValue("case-limit");
    }

    @Test
    void aBounceIsWrittenDownOnce() {
        Dispatch queued = send(mail(address()));
        outbox.drain();

        Callers.run(here.service(), () -> dispatches.bounced(queued.id(), "5.1.1 unknown"));
        Callers.run(here.service(), () -> dispatches.bounced(queued.id(), "5.1.1 again"));

        assertThat(now(queued).state()).isEqualTo(State.BOUNCED);
        assertThat(now(queued).problem()).hasValue("5.1.1 unknown");
    }

    private void inAnotherProcess() {
        Thread other = Thread.ofVirtual().start(outbox::drain);
        try {
            other.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> effects(String column, Dispatch of) {
        return owner.column(
                "select %s from outbox.effect where payload->>'dispatch' = '%s'"
                        .formatted(column, of.id()));
    }

    private static long states(List<Object> answers, State state) {
        return answers.stream()
                .flatMap(answer -> answer instanceof Dispatch one ? Stream.of(one) : Stream.empty())
                .filter(one -> one.state() == state)
                .count();
    }

    private Dispatch send(NewDispatch mail) {
        return sendAs(jan, mail);
    }

    private Dispatch sendAs(Caller caller, NewDispatch mail) {
        return Callers.as(caller, () -> dispatches.send(mail));
    }

    private Dispatch now(Dispatch dispatch) {
        return Callers.as(jan, () -> dispatches.get(dispatch.id()));
    }

    private NewDispatch mail(String recipient) {
        return mail(recipient, Optional.empty(), false);
    }

    private NewDispatch automatic(String recipient, UUID caseId) {
        return mail(recipient, Optional.of(caseId), true);
    }

    private NewDispatch mail(String recipient, Optional<UUID> caseId, boolean automatic) {
        return new NewDispatch(
                Channel.MAIL,
                "cases.answer",
                Optional.empty(),
                caseId,
                here.unit(),
                Confidentiality.INTERNAL,
                new Sender("onthaal@proefdorp.be", "Onthaal Proefdorp"),
                recipient,
                "Uw vraag [Z-2026-000001]",
                "Beste,\n\nHet park is open.\n",
                Optional.empty(),
                List.of(),
                automatic);
    }

    private static String address() {
        return "klant-" + Ids.next() + "@voorbeeld.be";
    }
}
