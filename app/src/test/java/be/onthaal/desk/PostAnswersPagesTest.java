// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.mail.Mailboxes;
import be.onthaal.mail.NewMailbox;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.post.NewIncoming;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What goes out in answer to what came in, and how fast. */
@OnthaalTest
@Import(DeskFixtures.class)
class PostAnswersPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired PostRegister post;
    @Autowired Preferences preferences;
    @Autowired Mailboxes mailboxes;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
    }

    @Test
    void aSenderWhoIsMailedIsToldByMailOnceInHisLanguage() {
        mailbox();
        prefer(new Preference(Optional.empty(), Optional.of("fr")));

        String first = browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location();
        String again = browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location();

        assertThat(first).contains("gedaan=entry-acknowledged").isEqualTo(again);
        assertThat(
                        rows(
                                "select subject from dispatch.dispatch where purpose = 'post.acknowledged' and"))
                .containsExactly(
                        "Nous avons reçu votre pièce (%s)"
                                .formatted(scene.entry().number().display()));
        assertThat(
                        rows(
                                "select channel from post.entry where answers_id = '%s' and"
                                        .formatted(scene.entry().id())))
                .containsExactly("MAIL");
    }

    @Test
    void whoWantsPaperGetsALetterForAWindowAndPrintingIsLogged() {
        mailbox();
        prefer(new Preference(Optional.of(Channel.POST), Optional.empty()));

        String letter = browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location();

        assertThat(letter).endsWith("/brief");
        assertThat(browser.get(letter).body())
                .contains("Wij ontvingen uw stuk")
                .contains(DeskFixtures.CANARY)
                .contains(scene.entry().number().display())
                .doesNotContain("Attest van woonst")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        assertThat(rows("select purpose from audit.event where action = 'post.printed' and"))
                .containsExactly("POST");
        assertThat(rows("select id from dispatch.dispatch where true and")).isEmpty();
    }

    @Test
    void theLetterIsAPdfToKeepAndTakingItIsLogged() {
        String letter = browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location();

        Browser.Answer pdf = browser.get(letter + "/pdf");

        assertThat(browser.get(letter).body()).contains("/brief/pdf", "Bewaar als PDF");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-1.");
        assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(rows("select purpose from audit.event where action = 'post.printed' and"))
                .hasSize(2);
    }

    @Test
    void withoutAMailboxOfTheUnitItGoesOnPaper() {
        assertThat(browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location())
                .endsWith("/brief");
    }

    @Test
    void whatWasCancelledIsNotSentAndAnotherOneIs() {
        mailbox();
        browser.post(of(scene.entry()) + "/ontvangst", Map.of());
        String first = acknowledgement("state = 'HANDLED'");
        browser.post("/post/" + first + "/annuleer", Map.of("reason", "Verkeerd stuk"));

        String letter = browser.get("/post/" + first + "/brief").body();
        assertThat(letter)
                .contains("nog niet verstuurd of ingeschreven")
                .doesNotContain(numberOf(first));
        String again = browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location();
        String second = acknowledgement("state = 'HANDLED'");

        assertThat(second).isNotEqualTo(first);
        assertThat(again).contains(second);
        assertThat(browser.post(of(scene.entry()) + "/ontvangst", Map.of()).location())
                .isEqualTo(again);
        assertThat(browser.get("/post/" + second + "/brief").body()).contains(numberOf(second));
        assertThat(browser.get("/post/" + first + "/brief").body()).contains(numberOf(second));
        assertThat(rows("select id from dispatch.dispatch where true and")).hasSize(2);
    }

    @Test
    void aPieceThatWasHandledAndBroughtToACaseCountsOnceAndWhatCameInIsNoAnswer() {
        LocalDate today = Brussels.today(clock);
        RegisterEntry asked = received(today, Confidentiality.INTERNAL, scene.here().unit());
        RegisterEntry more = received(today, Confidentiality.INTERNAL, scene.here().unit());
        owner.execute(
                "update post.entry set answers_id = '%s' where id = '%s'"
                        .formatted(asked.id(), more.id()));
        browser.post(of(asked) + "/klaar", Map.of("note", "Gebeld"));
        browser.post(of(asked) + "/koppel", Map.of("number", scene.file().number().display()));

        String figures = browser.get("/post/cijfers").body();

        assertThat(figures)
                .as("opened, handled, printed")
                .contains(
                        "<td class=\"cell-number\">0</td><td class=\"cell-number\">1</td><td class=\"cell-number\">0</td>")
                .as("of three that came in none was answered")
                .contains("<td class=\"cell-number\">3</td><td class=\"cell-number\">0</td>");
    }

    @Test
    void theFiguresCountAnswersAndWhatTheLogSaysAndNothingOutOfSight() {
        LocalDate today = Brussels.today(clock);
        for (int days : new int[] {10, 4, 2}) {
            RegisterEntry in =
                    received(today.minusDays(days), Confidentiality.INTERNAL, scene.here().unit());
            if (days != 10) {
                answer(in);
            }
        }
        UnitId social =
                Callers.as(
                        scene.here().administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        received(today.minusDays(29), Confidentiality.CONFIDENTIAL, social);
        Browser reader = fixtures.browser(port, scene.here(), StandardRole.COORDINATOR);
        reader.get(of(scene.entry()));

        String figures = browser.get("/post/cijfers").body();
        assertThat(figures)
                .doesNotContain("Sociale dienst")
                .contains(
                        "<td class=\"cell-number\">4</td><td class=\"cell-number\">2</td><td class=\"cell-number\">3</td><td class=\"cell-number\">3,8</td>")
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        assertThat(
                        fixtures.browser(port, scene.town().ocmw(), StandardRole.COORDINATOR)
                                .get("/post/cijfers")
                                .body())
                .contains("Niets binnengekomen");
    }

    private String acknowledgement(String which) {
        return rows("select id from post.entry where source_kind = 'ACKNOWLEDGEMENT' and "
                        + which
                        + " and")
                .getFirst();
    }

    private String numberOf(String entry) {
        return rows("select number from post.entry where id = '%s' and".formatted(entry))
                .getFirst();
    }

    private RegisterEntry received(LocalDate day, Confidentiality level, UnitId unit) {
        return Callers.as(
                scene.here().service(),
                () ->
                        post.registerIncoming(
                                new NewIncoming(
                                        Channel.POST,
                                        day,
                                        "Vraag",
                                        "Jan Peeters",
                                        Optional.empty(),
                                        unit,
                                        level,
                                        Optional.empty())));
    }

    private void answer(RegisterEntry in) {
        Map<String, String> form = new HashMap<>();
        form.put("once", UUID.randomUUID().toString());
        form.put("direction", "OUT");
        form.put("answers", in.id().toString());
        form.put("sender", "Jan Peeters");
        form.put("subject", "Antwoord op " + in.number().display());
        form.put("on", Brussels.today(clock).toString());
        form.put("kind", "LETTER");
        form.put("unit", scene.here().unit().toString());
        assertThat(browser.post("/post/inschrijven", form).status()).isEqualTo(200);
    }

    private void mailbox() {
        String address = "dienst-" + UUID.randomUUID() + "@proefdorp.be";
        var server = new NewMailbox.Server("imaps://127.0.0.1:993", address, "geheim", "INBOX");
        var box =
                new NewMailbox(
                        scene.here().unit(), address, "Onthaal", server, Confidentiality.INTERNAL);
        Callers.run(scene.here().administrator(), () -> mailboxes.add(box));
    }

    private void prefer(Preference wish) {
        Callers.run(
                scene.coordinator(),
                () -> preferences.state(scene.party(), Optional.empty(), wish));
    }

    private List<String> rows(String query) {
        return owner.column(
                query + " authority_id = '%s'".formatted(scene.here().authority().id()));
    }

    private static String of(RegisterEntry entry) {
        return "/post/" + entry.id();
    }
}
