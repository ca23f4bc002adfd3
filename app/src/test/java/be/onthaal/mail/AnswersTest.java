// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.common.EmailAddress;
import be.onthaal.database.Parts;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.dispatch.internal.ReplyAddresses;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.PostCases;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
class AnswersTest {

    private static final String CUSTOMER = "els.maes@voorbeeld.be";
    private static final String OURS = "onthaal@proefdorp.be";
    private static MailTown town;

    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Messages messages;
    @Autowired Cases cases;
    @Autowired CaseTypes types;
    @Autowired CaseTerms terms;
    @Autowired Parties parties;
    @Autowired Dispatches dispatches;
    @Autowired ReplyAddresses addresses;
    @Autowired PostRegister register;
    @Autowired PostCases together;
    @Autowired Parts parts;

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
        customer = register(jan, CUSTOMER);
        file = Callers.as(jan, () -> cases.open(aCase(here, customer)));
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void anAnswerFindsItsCaseByTheAddressItIsSentToAlsoInCapitals() {
        String marked = marked(here, answer(jan, here, file));

        Map<String, Object> small = arrives(CUSTOMER, marked, "Iets anders", "", "Dank u.");
        Map<String, Object> large =
                arrives(CUSTOMER, marked.toUpperCase(Locale.ROOT), "Nog iets", "", "Dank u.");

        assertThat(small).containsEntry("case_id", file.id().value());
        assertThat(large).containsEntry("case_id", file.id().value());
        assertThat(large.get("answers_dispatch")).isNotNull();
    }

    @Test
    void aMarkOfAnotherAuthorityFindsNothingHere() {
        TestAuthority there = towns.found().municipality();
        Callers.run(there.administrator(), types::installStandard);
        Caller other = towns.person(there, StandardRole.CASE_HANDLER);
        PartyId known = register(other, CUSTOMER);
        CaseFile theirs = Callers.as(other, () -> cases.open(aCase(there, known)));
        Dispatch sent = answer(other, there, theirs);

        Map<String, Object> byMark = arrives(CUSTOMER, marked(there, sent), "Vraag", "", "Hallo");
        Map<String, Object> byId =
                arrives(CUSTOMER, address, "Vraag", sent.messageId(), "Ik hoor hierbij.");

        assertThat(List.of(byMark, byId))
                .allSatisfy(row -> {
                    assertThat(row.get("case_id")).isNull();
                    assertThat(row.get("suggested_case_id")).isNull();
                    assertThat(row.get("answers_dispatch")).isNull();
                });
    }

    @Test
    void aStrangerWithTheMarkIsQuarantinedAndCountsAsNoAnswer() {
        String marked = marked(here, answer(jan, here, file));
        Callers.run(jan, () -> terms.suspend(file.id(), "Wacht op de klant"));

        Map<String, Object> row = arrives("piet@elders.be", marked, "Ik weet meer", "", "Hallo");

        assertThat(row).containsEntry("state", "QUARANTINED");
        assertThat(row.get("case_id")).isNull();
        assertThat(status()).isEqualTo(CaseStatus.WAITING);
        assertThat(Callers.as(jan, () -> messages.ofCase(file.id().value(), List.of()))).isEmpty();
        Callers.run(jan, () -> messages.accept(MessageId.of(row.get("id").toString())));
        assertThat(status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void theNumberOfAPieceLeadsToTheCaseThatHoldsIt() {
        Map<String, Object> first = arrives(CUSTOMER, address, "Een vraag", "", "Hallo");
        var entry = new EntryId(UUID.fromString(first.get("entry_id").toString()));
        RegisterEntry piece = Callers.as(jan, () -> register.get(entry));
        var link = new CaseLink(file.id().value(), file.number().display());
        Callers.run(
                jan, () -> register.linkCase(entry, link, here.unit(), Confidentiality.INTERNAL));

        Map<String, Object> row =
                arrives(CUSTOMER, address, "Over " + piece.number().display(), "", "Nog iets");

        assertThat(row).containsEntry("case_id", file.id().value());
    }

    @Test
    void theSameSenderAndSubjectAreOnlyASuggestion() {
        Map<String, Object> first = arrives(CUSTOMER, address, "Mijn paspoort", "", "Hallo");

        Map<String, Object> again = arrives(CUSTOMER, address, "Re: RE:  mijn paspoort", "", "En?");
        Map<String, Object> other = arrives("x@elders.be", address, "Mijn paspoort", "", "En?");

        assertThat(again.get("case_id")).isNull();
        assertThat(again.get("suggested_case_id")).isNull();
        assertThat(alike(again)).hasValue(MessageId.of(first.get("id").toString()));
        assertThat(alike(other)).isEmpty();
    }

    @Test
    void whoIsAwayAnswersNothingAndTheTermStandsStillOn() {
        Dispatch sent = answer(jan, here, file);
        Callers.run(jan, () -> terms.suspend(file.id(), "Wacht op de klant"));

        deliver(
                """
                From: <%s>
                To: %s
                Subject: Automatisch antwoord: Uw vraag
                Auto-Submitted: auto-replied
                In-Reply-To: <%s>

                Ik ben er maandag weer.
                """
                        .formatted(CUSTOMER, address, sent.messageId()));

        assertThat(last())
                .containsEntry("kind", "AUTOMATIC_REPLY")
                .containsEntry("answers_dispatch", sent.id().value());
        assertThat(status()).isEqualTo(CaseStatus.WAITING);
    }

    @Test
    void wordOfAbsenceBroughtByHandIsNoAnswerButAMailIs() {
        Callers.run(jan, () -> terms.suspend(file.id(), "Wacht op de klant"));
        deliver(
                """
                From: <%s>
                To: %s
                Subject: Afwezig
                Auto-Submitted: auto-replied

                Ik ben er maandag weer.
                """
                        .formatted(CUSTOMER, address));
        Map<String, Object> absence = last();
        Callers.run(jan, () -> together.add(entry(absence), file));
        assertThat(absence).containsEntry("kind", "AUTOMATIC_REPLY");
        assertThat(last()).containsEntry("case_id", file.id().value());
        assertThat(status()).isEqualTo(CaseStatus.WAITING);

        Map<String, Object> written = arrives(CUSTOMER, address, "Toch nog", "", "Dank u.");
        Callers.run(jan, () -> together.add(entry(written), file));

        assertThat(status()).isEqualTo(CaseStatus.OPEN);
    }

    private static EntryId entry(Map<String, Object> row) {
        return new EntryId(UUID.fromString(String.valueOf(row.get("entry_id"))));
    }

    @Test
    void aMailServerThatStillTriesMarksNothingAsLost() {
        Dispatch sent = answer(jan, here, file);

        deliver(report(sent.messageId(), "delayed", "4.4.1"));

        assertThat(last())
                .containsEntry("kind", "AUTOMATIC_REPLY")
                .containsEntry("state", "READ")
                .containsEntry("case_id", file.id().value())
                .containsEntry("answers_dispatch", sent.id().value());
        assertThat(state(sent)).isNotEqualTo(Dispatch.State.BOUNCED);
    }

    @Test
    void aReportOnAMailThatIsNotOursTouchesNothing() {
        Dispatch sent = answer(jan, here, file);
        String forged =
                sent.messageId().replaceFirst("\\.[0-9a-f]{32}@", "." + "a".repeat(32) + "@");

        deliver(report("vreemd@elders.be", "failed", "5.1.1"));
        Map<String, Object> foreign = last();
        deliver(report(forged, "failed", "5.1.1"));

        assertThat(List.of(foreign, last()))
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("kind", "BOUNCE");
                    assertThat(row.get("case_id")).isNull();
                    assertThat(row.get("entry_id")).isNotNull();
                });
        assertThat(state(sent)).isNotEqualTo(Dispatch.State.BOUNCED);
    }

    @Test
    void aBounceWithoutAnyIdIsKnownByTheAddressItComesBackTo() {
        Dispatch sent = answer(jan, here, file);

        deliver(
                """
                From: MAILER-DAEMON@voorbeeld.be
                To: %s
                Subject: failure notice

                <els.maes@voorbeeld.be>: mailbox is full. 552 5.2.2
                """
                        .formatted(marked(here, sent)));

        assertThat(last()).containsEntry("kind", "BOUNCE");
        assertThat(state(sent)).isEqualTo(Dispatch.State.BOUNCED);
    }

    @Test
    void tenMegabytesOfReferencesAreReadInTime() {
        Dispatch sent = answer(jan, here, file);
        String many = "<x@elders.be>\n ".repeat(700_000);

        long start = System.nanoTime();
        deliver(
                "From: <"
                        + CUSTOMER
                        + ">\nSubject: Vraag\nReferences: "
                        + many
                        + "\nIn-Reply-To: <"
                        + sent.messageId()
                        + ">\n\nDank u.\n");

        assertThat(last()).containsEntry("state", "READ");
        assertThat(last()).containsEntry("case_id", file.id().value());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private Optional<MessageId> alike(Map<String, Object> row) {
        return Callers.as(
                jan,
                () -> {
                    MailView mail = messages.get(MessageId.of(row.get("id").toString()));
                    return parts.answer(messages.partOfAlike(mail)).map(MailAlike::id);
                });
    }

    private Map<String, Object> arrives(
            String from, String to, String subject, String answers, String text) {
        String reference = answers.isEmpty() ? "" : "In-Reply-To: <" + answers + ">\n";
        deliver(
                "From: <%s>\nTo: %s\nSubject: %s\nMessage-ID: <%s@voorbeeld.be>\n%s\n%s\n"
                        .formatted(from, to, subject, UUID.randomUUID(), reference, text));
        return last();
    }

    private void deliver(String mail) {
        long before = office.look(here, mailbox).tally().stored();
        town.deliver(address, mail);
        office.open();
        office.await(here, mailbox, before + 1);
        office.close();
    }

    private Map<String, Object> last() {
        return office.last(here, mailbox);
    }

    private String marked(TestAuthority where, Dispatch sent) {
        return addresses
                .make(where.authority().id(), sent.id(), new EmailAddress(OURS))
                .orElseThrow()
                .value();
    }

    private CaseStatus status() {
        return Callers.as(jan, () -> cases.get(file.id())).file().progress().status();
    }

    private Dispatch.State state(Dispatch sent) {
        return Callers.as(jan, () -> dispatches.get(sent.id())).state();
    }

    private PartyId register(Caller caller, String mail) {
        return Callers.as(
                caller,
                () ->
                        parties.register(
                                NewParty.person(
                                        "Els Maes",
                                        Optional.of(new EmailAddress(mail)),
                                        "EMPLOYEE")));
    }

    private Dispatch answer(Caller caller, TestAuthority where, CaseFile of) {
        var mail =
                new NewDispatch(
                        Channel.MAIL,
                        "cases.answer",
                        of.customer().party().map(PartyId::value),
                        Optional.of(of.id().value()),
                        where.unit(),
                        Confidentiality.INTERNAL,
                        new Sender(OURS, "Onthaal", true),
                        CUSTOMER,
                        "Uw vraag",
                        "Het antwoord.",
                        Optional.empty(),
                        List.of(),
                        false);
        return Callers.as(caller, () -> dispatches.send(mail));
    }

    private static OpenCase aCase(TestAuthority where, PartyId party) {
        return new OpenCase(
                CaseTypes.INFORMATION_QUESTION,
                "Uren loket",
                "Wanneer open?",
                Optional.of(party),
                where.unit(),
                new OpenCase.Intake(Channel.MAIL, LocalDate.of(2026, 3, 2), Optional.empty()),
                Optional.empty());
    }

    private String report(String original, String action, String status) {
        return """
        From: Mail Delivery System <MAILER-DAEMON@voorbeeld.be>
        To: %s
        Subject: Delivery report
        Message-ID: <%s@voorbeeld.be>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        About your message.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.voorbeeld.be

        Final-Recipient: rfc822; els.maes@voorbeeld.be
        Action: %s
        Status: %s

        --b
        Content-Type: text/rfc822-headers

        From: onthaal@proefdorp.be
        Message-ID: <%s>
        --b--
        """
                .formatted(address, UUID.randomUUID(), action, status, original);
    }
}
