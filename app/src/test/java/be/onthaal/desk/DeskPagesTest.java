// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(DeskFixtures.class)
class DeskPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired Units units;
    @Autowired CaseTypes types;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
    }

    @Test
    void everyPageWithPeopleAnswersAndIsConsulted() {
        browser.post("/zaken/" + scene.file().id() + "/neem", Map.of());
        for (String page : peoplePages()) {
            long before = consultations(scene.party());

            Browser.Answer answer = browser.get(page);

            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .contains(DeskFixtures.CANARY)
                    .doesNotContain("[desk.");
            assertThat(consultations(scene.party())).as(page).isEqualTo(before + 1);
        }
    }

    @Test
    void whatIsFoundIsConsultedAndAskedByPost() {
        for (String page : List.of("/zoeken", "/zoeken/voorstellen")) {
            long before = consultations(scene.party());

            Browser.Answer answer = browser.post(page, Map.of("q", "vogelaere"));

            assertThat(answer.body()).as(page).contains(DeskFixtures.CANARY);
            assertThat(consultations(scene.party())).as(page).isEqualTo(before + 1);
        }
        assertThat(browser.get("/zoeken?q=vogelaere").body()).doesNotContain(DeskFixtures.CANARY);
    }

    @Test
    void noPageShowsAKeyInsteadOfWords() {
        Browser administrator = fixtures.browser(port, scene.here(), StandardRole.ADMINISTRATOR);
        for (String page :
                List.of(
                        "/sneltoetsen",
                        "/zaken?view=CLOSED",
                        "/contact/nieuw",
                        "/klanten/nieuw",
                        "/zoeken")) {
            assertThat(browser.get(page).body())
                    .as(page)
                    .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        }
        for (String page : List.of("/", "/beheer", "/logboek")) {
            assertThat(administrator.get(page).body())
                    .as(page)
                    .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
        }
    }

    @Test
    void anEmptyTownAnswersOnEveryPage() {
        var empty = towns.found().municipality();
        Browser clerk = fixtures.browser(port, empty, StandardRole.COORDINATOR);
        Browser administrator = fixtures.browser(port, empty, StandardRole.ADMINISTRATOR);

        for (String page :
                List.of(
                        "/",
                        "/postvak",
                        "/zaken",
                        "/zaken?view=CLOSED",
                        "/klanten",
                        "/contact/nieuw",
                        "/zoeken",
                        "/sneltoetsen")) {
            assertThat(clerk.get(page).status()).as(page).isEqualTo(200);
        }
        for (String page : List.of("/", "/beheer", "/logboek")) {
            assertThat(administrator.get(page).status()).as(page).isEqualTo(200);
        }
    }

    @Test
    void anotherAuthorityFindsNothing() {
        Browser other = fixtures.browser(port, scene.town().ocmw(), StandardRole.COORDINATOR);

        assertThat(other.get("/zaken/" + scene.file().id()).status()).isEqualTo(404);
        assertThat(other.get("/post/" + scene.entry().id()).status()).isEqualTo(404);
        assertThat(other.get("/klanten/" + scene.party()).status()).isEqualTo(404);
    }

    @Test
    void withoutTheRightThePageIsRefused() {
        Browser administrator = fixtures.browser(port, scene.here(), StandardRole.ADMINISTRATOR);
        Browser clerk = fixtures.browser(port, scene.here(), StandardRole.POST_CLERK);

        assertThat(administrator.get("/zaken").status()).isEqualTo(403);
        assertThat(administrator.get("/klanten/" + scene.party()).status()).isEqualTo(403);
        assertThat(clerk.get("/beheer").status()).isEqualTo(403);
        assertThat(clerk.get("/logboek").status()).isEqualTo(403);
    }

    @Test
    void pagesStayWithinTheirStatements() {
        browser.get("/zaken/" + scene.file().id());
        browser.get("/post/" + scene.entry().id());

        assertThat(browser.get("/zaken").statements()).isBetween(1, 4);
        assertThat(browser.get("/postvak").statements()).isBetween(1, 5);
        assertThat(browser.get("/klanten/" + scene.party()).statements()).isBetween(1, 5);
        assertThat(browser.get("/post/" + scene.entry().id()).statements()).isBetween(1, 6);
        assertThat(browser.get("/").statements()).isBetween(1, 4);
        assertThat(browser.get("/zaken/" + scene.file().id()).statements()).isBetween(1, 5);
    }

    @Test
    void aPieceBecomesACase() {
        var made =
                browser.post(
                        "/post/" + scene.entry().id() + "/zaak",
                        Map.of(
                                "type",
                                CaseTypes.INFORMATION_QUESTION,
                                "subject",
                                "Attest van woonst",
                                "unit",
                                scene.here().unit().toString(),
                                "party",
                                scene.party().toString()));

        assertThat(made.status()).isEqualTo(303);
        assertThat(browser.get(made.location()).body())
                .contains("Attest van woonst")
                .contains(DeskFixtures.CANARY);
        assertThat(browser.get("/postvak").body()).doesNotContain("Attest van woonst");
    }

    @Test
    void aDraftComesBack() {
        String key = "reply-" + scene.file().id();
        browser.post("/zaken/" + scene.file().id() + "/neem", Map.of());

        var kept =
                browser.post(
                        "/concepten",
                        Map.of("draft", key, "subject", "Antwoord", "text", "Half af"));

        assertThat(kept.status()).isEqualTo(204);
        assertThat(browser.get("/zaken/" + scene.file().id()).body()).contains("Half af");
    }

    @Test
    void aCaseThatAColleagueChangedIsShownAsItIsNow() {
        var late =
                browser.post(
                        "/zaken/" + scene.file().id() + "/sluit",
                        Map.of("revision", "-1", "result", "answered"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("was u voor");
    }

    @Test
    void aCustomerWithoutANameIsAskedForOne() {
        var refused = browser.post("/klanten/nieuw", Map.of("name", "", "email", "niets"));
        var taken =
                browser.post(
                        "/klanten/nieuw",
                        Map.of(
                                "kind",
                                "PERSON",
                                "name",
                                "Jan Peeters",
                                "email",
                                "",
                                "locale",
                                "nl"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Geef een naam");
        assertThat(taken.status()).isEqualTo(303);
        assertThat(browser.get(taken.location()).body()).contains("Jan Peeters");
    }

    @Test
    void aContactOpensItsCase() {
        var noted =
                browser.post(
                        "/contact/nieuw",
                        Map.of(
                                "channel",
                                "PHONE",
                                "party",
                                scene.party().toString(),
                                "subject",
                                "Vraag over een reispas",
                                "unit",
                                scene.here().unit().toString(),
                                "outcome",
                                "CASE",
                                "type",
                                CaseTypes.INFORMATION_QUESTION));

        assertThat(noted.status()).isEqualTo(303);
        assertThat(browser.get(noted.location()).body()).contains("Vraag over een reispas");
    }

    @Test
    void aContactThatOpensAConfidentialCaseIsAsConfidential() {
        confidentialType();

        browser.post(
                "/contact/nieuw",
                Map.of(
                        "channel", "PHONE",
                        "party", scene.party().toString(),
                        "subject", "Schulden bij de buren",
                        "note", "Durft het niet te zeggen.",
                        "unit", scene.here().unit().toString(),
                        "outcome", "CASE",
                        "type", CaseTypes.INFORMATION_QUESTION));

        assertThat(levels("contact.moment", "note = 'Durft het niet te zeggen.'"))
                .containsExactly("2");
        Browser elsewhere = fixtures.browser(port, scene.here(), elsewhere());
        assertThat(elsewhere.post("/zoeken", Map.of("q", "Schulden")).body())
                .doesNotContain("bij de buren");
        assertThat(elsewhere.get("/klanten/" + scene.party()).body())
                .doesNotContain("bij de buren");
    }

    @Test
    void aPieceThatOpensAConfidentialCaseBecomesAsConfidential() {
        confidentialType();

        browser.post(
                "/post/" + scene.entry().id() + "/zaak",
                Map.of(
                        "type",
                        CaseTypes.INFORMATION_QUESTION,
                        "subject",
                        "Attest van woonst",
                        "unit",
                        scene.here().unit().toString(),
                        "party",
                        scene.party().toString()));

        assertThat(levels("cases.case_file", "subject = 'Attest van woonst'")).containsExactly("2");
        assertThat(levels("post.entry", "subject = 'Attest van woonst'")).containsExactly("2");
        assertThat(levels("contact.moment", "source_kind = 'POST'")).containsExactly("2");
        assertThat(
                        fixtures.browser(port, scene.here(), elsewhere())
                                .get("/post/" + scene.entry().id())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void manyEntriesAreSettledAtOnce() {
        var done =
                browser.post("/postvak", Map.of("do", "none", "id", scene.entry().id().toString()));
        var again =
                browser.post("/postvak", Map.of("do", "none", "id", scene.entry().id().toString()));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Eén item is gewijzigd");
        assertThat(again.body()).contains(scene.entry().number().display());
    }

    private void confidentialType() {
        Callers.run(
                scene.here().administrator(),
                () -> {
                    String usual =
                            DefinitionText.stored(
                                    types.current(CaseTypes.INFORMATION_QUESTION).definition());
                    types.publish(
                            CaseTypes.INFORMATION_QUESTION,
                            DefinitionText.read(usual.replace("INTERNAL\"", "CONFIDENTIAL\"")));
                });
    }

    private List<String> levels(String table, String which) {
        return owner.column(
                "select confidentiality from %s where authority_id = '%s' and %s"
                        .formatted(table, scene.here().authority().id(), which));
    }

    private Caller elsewhere() {
        UnitId other =
                Callers.as(
                        scene.here().administrator(),
                        () -> units.open("Leefmilieu", Optional.empty()).id());
        return towns.person(scene.here(), StandardRole.CASE_HANDLER, Optional.of(other));
    }

    private List<String> peoplePages() {
        return List.of(
                "/",
                "/postvak",
                "/post/" + scene.entry().id(),
                "/zaken?view=ALL_OPEN",
                "/zaken/" + scene.file().id(),
                "/klanten?q=vogelaere",
                "/klanten/" + scene.party(),
                "/contact/nieuw?klant=" + scene.party());
    }

    private long consultations(PartyId party) {
        return owner.column(
                        "select id::text from audit.event where kind = 'CONSULTATION' and parties @>"
                                + " array['%s'::uuid]".formatted(party.value()))
                .size();
    }
}
