// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.PostOffice;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.simulators.mail.MailTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
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

@OnthaalTest
@Import({DeskFixtures.class, PostOffice.class})
class SetAsidePagesTest {

    private static final String HOME = "/postvak/opzij";
    private static MailTown mails;

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired PostOffice office;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @Autowired List<RecurringJob> jobs;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private TestAuthority here;
    private Browser clerk;

    @BeforeAll
    static void startTown() {
        mails = MailTown.start(0, 0);
    }

    @AfterAll
    static void stopTown() {
        mails.close();
    }

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        here = scene.here();
        clerk = fixtures.browser(port, here, StandardRole.FIRST_LINE);
    }

    @AfterEach
    void closeOffice() {
        office.close();
        owner.execute("drop trigger if exists stumble on post.entry");
    }

    @Test
    void whereNothingWaitsTheInboxIsSilentAndThePageSaysSo() {
        assertThat(clerk.get("/postvak").body()).doesNotContain(HOME);
        assertThat(clerk.get(HOME).body())
                .contains("Hier wacht niets")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
    }

    @Test
    void mailThatCouldNotBeReadIsShownToItsPeopleAndLogged() {
        String id = unread("Struikelt");

        clerk.get("/postvak");
        Browser.Answer inbox = clerk.get("/postvak");
        Browser.Answer page = clerk.get(HOME);
        Browser.Answer original = clerk.get(HOME + "/mail/" + id + "/origineel");

        assertThat(inbox.body()).contains("href=\"" + HOME + "\"");
        assertThat(inbox.statements()).isBetween(1, 5);
        assertThat(page.body())
                .contains(
                        "Struikelt", "Els Maes", "kon niet geregistreerd worden", "Probeer opnieuw")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        assertThat(original.body()).contains("Subject: Struikelt");
        assertThat(original.headers().get("Content-Disposition")).startsWith("attachment");
        assertThat(actions()).contains("desk.aside-viewed", "mail.original-opened");
    }

    @Test
    void otherUnitsDoNotSeeItAndWhoSpreadsTheWorkDoes() {
        unread("Struikelt");
        UnitId other =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Leefmilieu", Optional.empty()).id());
        Caller stranger = towns.person(here, StandardRole.FIRST_LINE, Optional.of(other));
        Browser elsewhere = fixtures.browser(port, here, stranger);
        Browser coordinator = fixtures.browser(port, here, scene.coordinator());

        assertThat(elsewhere.get(HOME).body()).doesNotContain("Struikelt");
        assertThat(elsewhere.get("/postvak").body()).doesNotContain(HOME);
        assertThat(coordinator.get(HOME).body()).contains("Struikelt");
    }

    @Test
    void itIsReadAgainWhenSomebodyAsks() {
        String id = unread("Struikelt");
        Browser reader = fixtures.browser(port, here, StandardRole.READER);

        Browser.Answer refused = reader.post(HOME + "/mail/" + id + "/opnieuw", Map.of());
        Browser.Answer asked = clerk.post(HOME + "/mail/" + id + "/opnieuw", Map.of());
        office.open();
        awaitState(id, "READ");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(clerk.get(asked.location()).body()).contains("Onthaal probeert het opnieuw");
        assertThat(clerk.get("/postvak").body()).contains("Struikelt").doesNotContain(HOME);
    }

    @Test
    void orItIsRegisteredAsItIsAndHandledLikeAnyPiece() {
        String id = unread("Struikelt");

        Browser.Answer registered = clerk.post(HOME + "/mail/" + id + "/registreer", Map.of());
        Browser.Answer again = clerk.post(HOME + "/mail/" + id + "/registreer", Map.of());

        assertThat(clerk.get(registered.location()).body())
                .contains("Struikelt", "met de hand geregistreerd");
        assertThat(again.status()).isEqualTo(409);
        assertThat(clerk.get("/postvak").body()).contains("Struikelt").doesNotContain(HOME);
    }

    @Test
    void aStrangersMailIsDecidedOn() {
        String number = scene.file().number().inSubject();
        String id = received("Re: uw vraag " + number);

        String page = clerk.get(HOME).body();
        Browser.Answer decided = clerk.post(HOME + "/mail/" + id + "/aanvaard", Map.of());

        assertThat(page)
                .contains("Hoort bij de zaak", "Hoort er niet bij", "/zaken/" + scene.file().id());
        assertThat(decided.status()).isEqualTo(303);
        assertThat(column("select case_id from mail.message where id = '%s'", id))
                .containsExactly(scene.file().id().toString());
        assertThat(clerk.get(HOME).body()).contains("Hier wacht niets");
    }

    @Test
    void aWebFormThatFailedIsShownAndTakenInAgain() {
        stumbleOver("Reispas");
        Browser.of(port)
                .post(
                        "/vraag/" + here.authority().slug(),
                        Map.of(
                                "name", "Jan Peeters",
                                "email", "jan@voorbeeld.be",
                                "subject", "Reispas",
                                "text", "Hoeveel kost dat?"));
        for (int attempt = 0; attempt < 5; attempt++) {
            takeIn();
        }
        String id =
                column(
                                "select id from portal.submission where state = 'FAILED' and authority_id = '%s'",
                                here.authority().id().toString())
                        .getFirst();

        String page = clerk.get(HOME).body();
        String original = clerk.get(HOME + "/formulier/" + id + "/origineel").body();
        owner.execute("drop trigger stumble on post.entry");
        clerk.post(HOME + "/formulier/" + id + "/opnieuw", Map.of());
        takeIn();

        assertThat(page).contains("Reispas", "Jan Peeters", "kon niet verwerkt worden");
        assertThat(original).contains("jan@voorbeeld.be", "Hoeveel kost dat?");
        assertThat(clerk.get("/postvak").body()).doesNotContain(HOME);
        assertThat(column("select state from portal.submission where id = '%s'", id))
                .containsExactly("TAKEN");
        assertThat(actions())
                .contains("desk.aside-viewed", "portal.original-opened", "portal.tried-again");
    }

    /** A mail on which the register stumbles. */
    private String unread(String subject) {
        stumbleOver(subject);
        String id = received(subject);
        office.close();
        owner.execute("drop trigger stumble on post.entry");
        return id;
    }

    private String received(String subject) {
        String address = PostOffice.newAddress();
        mails.addUser(address, "geheim");
        MailboxId mailbox = office.add(here, mails.imapUrl(), address, "geheim");
        mails.deliver(
                address,
                "From: Els Maes <els@elders.be>\nSubject: " + subject + "\n\nWanneer open?\n");
        office.open();
        office.await(here, mailbox, 1);
        return office.ids(here, mailbox).getFirst().toString();
    }

    private void awaitState(String id, String state) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!column("select state from mail.message where id = '%s'", id).contains(state)) {
            assertThat(System.nanoTime()).as("it is not " + state).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void stumbleOver(String subject) {
        owner.execute(
                "create or replace function post.stumble() returns trigger language plpgsql as $$"
                        + " begin if new.subject = '%s' then raise 'stumbled'; end if;"
                                .formatted(subject)
                        + " return new; end $$");
        owner.execute(
                "create trigger stumble before insert on post.entry for each row"
                        + " execute function post.stumble()");
    }

    private void takeIn() {
        jobs.stream()
                .filter(job -> job.name().equals("portal-taking-in"))
                .forEach(RecurringJob::run);
    }

    private List<String> actions() {
        return column(
                "select action from audit.event where authority_id = '%s'",
                here.authority().id().toString());
    }

    private List<String> column(String query, String id) {
        return owner.column(query.formatted(id));
    }
}
