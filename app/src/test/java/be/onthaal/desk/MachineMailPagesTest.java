// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.common.Channel;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.dispatch.NewDispatch;
import be.onthaal.dispatch.Sender;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.StandardRole;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What machines send, and what comes along with much mail, on the pages of a clerk. */
@OnthaalTest
@Import({DeskFixtures.class, PostOffice.class})
class MachineMailPagesTest {

    private static final String CUSTOMER = "els@elders.be";
    private static final byte[] LOGO =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static MailTown mails;

    @Autowired DeskFixtures fixtures;
    @Autowired PostOffice office;
    @Autowired Dispatches dispatches;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser clerk;
    private String address;
    private MailboxId mailbox;

    @BeforeAll
    static void startTown() {
        mails = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        mails.close();
    }

    @BeforeEach
    void connect() {
        scene = fixtures.scene();
        clerk = fixtures.browser(port, scene.here(), StandardRole.CASE_HANDLER);
        address = PostOffice.newAddress();
        mails.addUser(address, "geheim");
        mailbox = office.add(scene.here(), mails.imapUrl(), address, "geheim");
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void theCaseTellsInPlainWordsWhyAMailDidNotArrive() {
        Dispatch sent = answer();
        Callers.run(
                scene.here().service(),
                () ->
                        dispatches.bounced(
                                sent.id(), "5.2.2 smtp; 552 5.2.2 els@elders.be over quota"));

        String page = clerk.get(caseFile()).body();

        assertThat(page)
                .contains("Kwam terug", "Niet afgeleverd: de mailbox is vol (5.2.2)")
                .doesNotContain("over quota", "[dispatch.");
    }

    @Test
    void anAutomaticReplyStandsBesideTheMailItAnswers() {
        Dispatch sent = answer();
        deliver(away(sent.messageId()));

        assertThat(clerk.get(caseFile()).body())
                .contains("Automatisch antwoord op")
                .doesNotContain("[mail.", "[desk.");
    }

    @Test
    void aMachineIsNotToldThatItsMailCameIn() {
        deliver(away("iets@elders.be"));
        String entry = entry();

        Browser.Answer refused = clerk.post("/post/" + entry + "/ontvangst", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Dit stuk komt van een automaat");
        assertThat(
                        owner.column(
                                "select id from dispatch.dispatch where purpose = 'post.acknowledged'"
                                        + " and authority_id = '%s'"
                                                .formatted(scene.here().authority().id())))
                .isEmpty();
    }

    @Test
    void aLogoThatComesWithMuchMailOfOneDomainIsFolded() {
        for (String sender : List.of("an@firma.be", "bo@firma.be", "cis@firma.be")) {
            deliver(withLogo(sender));
        }
        String third = clerk.get("/post/" + entry()).body();
        deliver(withLogo("dirk@firma.be"));
        String fourth = clerk.get("/post/" + entry()).body();
        deliver(withLogo("els@elders.be"));
        String elsewhere = clerk.get("/post/" + entry()).body();

        assertThat(third).contains("logo.png").doesNotContain("herhaalde afbeelding");
        assertThat(fourth).contains("Eén herhaalde afbeelding", "logo.png");
        assertThat(elsewhere).contains("logo.png").doesNotContain("herhaalde afbeelding");
        assertThat(
                        owner.column(
                                "select distinct sha256 from mail.attachment where authority_id = '%s'"
                                        .formatted(scene.here().authority().id())))
                .hasSize(1);
    }

    @Test
    void mailThatIsAlikeIsSuggestedAndBroughtToItsCaseByAPerson() {
        deliver(plain("Mijn paspoort"));
        clerk.post(
                "/post/" + entry() + "/koppel", Map.of("number", scene.file().number().display()));
        deliver(plain("Re: Mijn paspoort"));
        String entry = entry();

        Browser.Answer page = clerk.get("/post/" + entry);
        clerk.post("/post/" + entry + "/koppel", Map.of("number", scene.file().number().display()));

        assertThat(page.body())
                .contains("Dit lijkt een vervolg op mail in zaak", "Hoort bij de zaak");
        assertThat(clerk.get("/post/" + entry).body()).doesNotContain("Dit lijkt een vervolg");
    }

    @Test
    void aQuarantinedMailThatAPersonBringsToACaseIsDecidedOn() {
        deliver(plain("Over " + scene.file().number().inSubject()));
        String number = scene.file().number().display();

        String before = clerk.get("/postvak/opzij?soort=dossier").body();
        clerk.post("/post/" + entry() + "/koppel", Map.of("number", number));

        assertThat(before).contains("Hoort bij de zaak", "Hoort er niet bij");
        assertThat(clerk.get("/postvak/opzij?soort=dossier").body()).contains("Hier wacht niets");
    }

    private void deliver(String mail) {
        int before = office.ids(scene.here(), mailbox).size();
        mails.deliver(address, mail);
        office.open();
        office.await(scene.here(), mailbox, before + 1L);
        office.close();
    }

    /** The entry of the last mail. */
    private String entry() {
        return owner.column(
                        "select entry_id from mail.message where id = '%s'"
                                .formatted(office.ids(scene.here(), mailbox).getLast()))
                .getFirst();
    }

    private String caseFile() {
        return "/zaken/" + scene.file().id();
    }

    private Dispatch answer() {
        return Callers.as(
                scene.coordinator(),
                () ->
                        dispatches.send(
                                new NewDispatch(
                                        Channel.MAIL,
                                        "cases.answer",
                                        Optional.of(scene.party().value()),
                                        Optional.of(scene.file().id().value()),
                                        scene.here().unit(),
                                        Confidentiality.INTERNAL,
                                        new Sender("onthaal@proefdorp.be", "Onthaal"),
                                        CUSTOMER,
                                        "Uw vraag",
                                        "Het antwoord.",
                                        Optional.empty(),
                                        List.of(),
                                        false)));
    }

    private static String plain(String subject) {
        return "From: Els Maes <%s>\nSubject: %s\n\nHallo\n".formatted(CUSTOMER, subject);
    }

    private static String away(String answered) {
        return """
        From: Els Maes <%s>
        Subject: Automatisch antwoord
        Auto-Submitted: auto-replied
        In-Reply-To: <%s>

        Ik ben er maandag weer.
        """
                .formatted(CUSTOMER, answered);
    }

    private static String withLogo(String sender) {
        return """
        From: <%s>
        Subject: Een vraag van %s
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Wanneer bent u open?
        --b
        Content-Type: image/png
        Content-Disposition: attachment; filename=logo.png
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
                .formatted(sender, sender, Base64.getMimeEncoder().encodeToString(LOGO));
    }
}
