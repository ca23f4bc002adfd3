// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.Conflict;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.PageRequest;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.organisation.StandardRole;
import be.onthaal.outbox.internal.Dispatcher;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.InboxFilter;
import be.onthaal.post.InboxLine;
import be.onthaal.post.PostRegister;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(PostOffice.class)
class ThreadingTest {

    private static final String CUSTOMER = "els.maes@voorbeeld.be";
    private static MailTown town;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Messages messages;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired Parties parties;
    @Autowired Dispatches dispatches;
    @Autowired Dispatcher outbox;
    @Autowired PostRegister register;

    private TestAuthority here;
    private Caller jan;
    private String address;
    private MailboxId mailbox;
    private PartyId customer;
    private CaseFile file;

    @BeforeAll
    static void startTown() {
        town = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        town.close();
    }

    @BeforeEach
    void openCase() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        address = PostOffice.newAddress();
        town.addUser(address, "geheim");
        mailbox = office.add(here, town.imapUrl(), address, "geheim");
        customer =
                Callers.as(
                        jan,
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Els Maes",
                                                Optional.of(new EmailAddress(CUSTOMER)),
                                                "EMPLOYEE")));
        file = Callers.as(jan, () -> cases.open(aCase()));
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void anAnswerJoinsTheCaseByTheIdOfOurMail() {
        Dispatch sent = answer();

        Map<String, Object> row = arrives(CUSTOMER, "Re: iets anders", sent.messageId(), "Dank u.");

        assertThat(row.get("state")).isEqualTo("READ");
        assertThat(row.get("case_id")).isEqualTo(file.id().value());
        assertThat(row.get("party_id")).isEqualTo(customer.value());
        assertThat(inbox()).isEmpty();
    }

    @Test
    void anAnswerJoinsTheCaseByTheNumberInItsSubject() {
        Map<String, Object> row =
                arrives(CUSTOMER, "Re: uw vraag " + file.number().inSubject(), "", "Dank u.");

        assertThat(row.get("case_id")).isEqualTo(file.id().value());
        assertThat(Callers.as(jan, () -> messages.ofCase(file.id().value(), List.of()))).hasSize(1);
    }

    @Test
    void aForgedMessageIdFindsNoCase() {
        String real = answer().messageId();
        String forged = real.replaceFirst("\\.[0-9a-f]{32}@", "." + "a".repeat(32) + "@");

        Map<String, Object> row = arrives(CUSTOMER, "Re: iets", forged, "Ik hoor hierbij.");

        assertThat(row.get("state")).isEqualTo("READ");
        assertThat(row.get("case_id")).isNull();
        assertThat(row.get("suggested_case_id")).isNull();
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void aStrangerIsQuarantinedUntilSomebodyLetsHimIn() {
        Dispatch sent = answer();
        Map<String, Object> row =
                arrives("piet@elders.be", "Re: uw vraag", sent.messageId(), "Ik weet meer.");
        assertThat(row.get("state")).isEqualTo("QUARANTINED");
        assertThat(row.get("reason")).isEqualTo("sender-unknown-to-case");
        assertThat(row.get("entry_id")).isNotNull();
        assertThat(row.get("case_id")).isNull();
        assertThat(Callers.as(jan, () -> messages.quarantine(PageRequest.first())).rows())
                .singleElement()
                .satisfies(mail -> assertThat(mail.caseId()).hasValue(file.id().value()));
        MessageId id = id(row);

        Callers.run(jan, () -> messages.accept(id));

        MailView view = Callers.as(jan, () -> messages.get(id));
        assertThat(view.handling().state()).isEqualTo(MailView.State.READ);
        assertThat(view.links().caseId()).hasValue(file.id().value());
        assertThat(view.links().suggestedCase()).isEmpty();
        assertThat(inbox()).isEmpty();
        assertThatThrownBy(() -> Callers.run(jan, () -> messages.accept(id)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aStrangerWithTheNumberAloneIsQuarantinedToo() {
        Map<String, Object> row =
                arrives("piet@elders.be", file.number().inSubject(), "", "Wat is de stand?");
        MessageId id = id(row);
        assertThat(row.get("state")).isEqualTo("QUARANTINED");

        Callers.run(jan, () -> messages.takeAsNew(id));

        MailView view = Callers.as(jan, () -> messages.get(id));
        assertThat(view.handling().state()).isEqualTo(MailView.State.READ);
        assertThat(view.links().caseId()).isEmpty();
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void whomWeWroteToInTheCaseIsNoStranger() {
        Dispatch sent = send("expert@elders.be", false);

        Map<String, Object> row =
                arrives("Expert@elders.be", "Re: advies", sent.messageId(), "Mijn advies.");

        assertThat(row.get("state")).isEqualTo("READ");
        assertThat(row.get("case_id")).isEqualTo(file.id().value());
    }

    @Test
    void anAnswerToAClosedCaseStaysInSightOfTheUnit() {
        Dispatch sent = answer();
        closeCase();

        Map<String, Object> row = arrives(CUSTOMER, "Re: uw vraag", sent.messageId(), "Nog iets.");

        assertThat(row.get("case_id")).isEqualTo(file.id().value());
        assertThat(row.get("reason")).isEqualTo("closed-case");
        assertThat(inbox()).hasSize(1);
        UUID entry = inbox().getFirst().id().value();
        assertThat(Callers.as(jan, () -> messages.ofCase(file.id().value(), List.of(entry))))
                .singleElement()
                .satisfies(mail -> assertThat(mail.reason()).hasValue("closed-case"));
    }

    @Test
    void aBounceMarksOurMailAndIsSettled() {
        Dispatch sent = answer();

        deliver(bounce(sent));
        Map<String, Object> row = office.last(here, mailbox);

        assertThat(row.get("kind")).isEqualTo("BOUNCE");
        Dispatch now = Callers.as(jan, () -> dispatches.get(sent.id()));
        assertThat(now.state()).isEqualTo(Dispatch.State.BOUNCED);
        assertThat(now.problem().orElse("")).contains("5.1.1");
        assertThat(inbox()).isEmpty();
    }

    @Test
    void anAutomaticReplyIsKeptWithTheCaseAndNotAnswered() {
        Dispatch sent = answer();

        deliver(
                """
                From: Els Maes <els.maes@voorbeeld.be>
                Subject: Afwezig
                Auto-Submitted: auto-replied
                In-Reply-To: <%s>
                Message-ID: <afwezig@voorbeeld.be>

                Ik ben er niet.
                """
                        .formatted(sent.messageId()));
        Map<String, Object> row = office.last(here, mailbox);

        assertThat(row.get("kind")).isEqualTo("AUTOMATIC_REPLY");
        assertThat(row.get("case_id")).isEqualTo(file.id().value());
        assertThat(inbox()).isEmpty();
        assertThat(Callers.as(jan, () -> dispatches.ofCase(file.id().value()))).hasSize(1);
    }

    @Test
    void twoMachinesThatAnswerEachOtherStopAfterFive() {
        for (int i = 0; i < 8; i++) {
            Callers.run(here.service(), () -> send("robot@elders.be", true));
        }

        List<Dispatch> all = Callers.as(jan, () -> dispatches.ofCase(file.id().value()));

        assertThat(all.stream().filter(one -> one.state() == Dispatch.State.QUEUED)).hasSize(5);
        assertThat(all.stream().filter(one -> one.state() == Dispatch.State.WITHHELD)).hasSize(3);
    }

    @Test
    void anotherAuthorityDoesNotSeeOurMail() {
        MessageId id = id(arrives(CUSTOMER, "Vraag", "", "Hallo"));
        Caller stranger = towns.person(towns.found().municipality(), StandardRole.CASE_HANDLER);

        assertThatThrownBy(() -> Callers.as(stranger, () -> messages.get(id)))
                .hasMessage("mail.message");
    }

    private Map<String, Object> arrives(String from, String subject, String answers, String text) {
        String reference = answers.isEmpty() ? "" : "In-Reply-To: <" + answers + ">\n";
        deliver(
                "From: <"
                        + from
                        + ">\nSubject: "
                        + subject
                        + "\nMessage-ID: <"
                        + UUID.randomUUID()
                        + "@voorbeeld.be>\n"
                        + reference
                        + "\n"
                        + text
                        + "\n");
        return office.last(here, mailbox);
    }

    private void deliver(String mail) {
        town.deliver(address, mail);
        office.open();
        office.await(here, mailbox, 1);
    }

    private Dispatch answer() {
        return send(CUSTOMER, false);
    }

    private Dispatch send(String to, boolean automatic) {
        var mail =
                new NewDispatch(
                        Channel.MAIL,
                        "cases.answer",
                        Optional.of(customer.value()),
                        Optional.of(file.id().value()),
                        here.unit(),
                        Confidentiality.INTERNAL,
                        new Sender("onthaal@proefdorp.be", "Onthaal"),
                        to,
                        "Uw vraag",
                        "Het antwoord.",
                        Optional.empty(),
                        List.of(),
                        automatic);
        if (automatic) {
            return dispatches.send(mail);
        }
        Dispatch sent = Callers.as(jan, () -> dispatches.send(mail));
        outbox.drain();
        return sent;
    }

    private List<InboxLine> inbox() {
        return Callers.as(
                jan, () -> register.inbox(InboxFilter.mine(), PageRequest.first()).rows());
    }

    private void closeCase() {
        Callers.run(
                jan,
                () -> {
                    cases.take(file.id());
                    cases.get(file.id())
                            .tasks()
                            .forEach(task -> cases.finishTask(file.id(), task.id()));
                    CaseFile now = cases.get(file.id()).file();
                    var type = types.get(now.matter().typeId());
                    String result = type.definition().results().getFirst().code();
                    cases.close(file.id(), now.progress().revision(), result);
                });
    }

    private OpenCase aCase() {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Uren loket",
                "Wanneer open?",
                Optional.of(customer),
                here.unit(),
                new OpenCase.Intake(Channel.MAIL, LocalDate.of(2026, 3, 2), Optional.empty()),
                Optional.empty());
    }

    private static MessageId id(Map<String, Object> row) {
        return MessageId.of(String.valueOf(row.get("id")));
    }

    private static String bounce(Dispatch sent) {
        return """
        From: Mail Delivery Subsystem <MAILER-DAEMON@voorbeeld.be>
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <bounce@voorbeeld.be>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.voorbeeld.be

        Final-Recipient: rfc822; els.maes@voorbeeld.be
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --b
        Content-Type: message/rfc822

        From: onthaal@proefdorp.be
        Message-ID: <%s>
        Subject: Uw vraag

        Het antwoord.
        --b--
        """
                .formatted(sent.messageId());
    }
}
