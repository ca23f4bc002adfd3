// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.post.PieceKind;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The lists of the post register, for who handles it and who spreads it. */
@OnthaalTest
@Import(DeskFixtures.class)
class PostListPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Units units;
    @Autowired PostRegister post;
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
    void everyListAnswersAndWhoIsOnItIsConsulted() {
        browser.get("/post?lijst=OVERDUE");
        for (String list : new String[] {"MINE", "TO_ASSIGN", "ALL"}) {
            Browser.Answer answer = browser.get("/post?lijst=" + list);
            assertThat(answer.body())
                    .as(list)
                    .contains(scene.entry().number().display())
                    .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");
            assertThat(answer.statements()).isBetween(1, 4);
        }
        for (String list : new String[] {"ASSIGNED", "OVERDUE"}) {
            assertThat(browser.get("/post?lijst=" + list).body())
                    .as(list)
                    .doesNotContain(scene.entry().number().display());
        }
        assertThat(
                        owner.column(
                                "select count(*) from audit.event where action = 'desk.post-viewed' and parties @> array['%s'::uuid]"
                                        .formatted(scene.party())))
                .containsExactly("3");
    }

    @Test
    void whatIsConfidentialElsewhereIsInNoListNoCountAndNoTable() {
        UnitId social =
                Callers.as(
                        scene.here().administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        Map<String, String> form = form("Geheime kanarie");
        form.put("unit", social.toString());
        form.put("level", Confidentiality.CONFIDENTIAL.name());
        browser.post("/post/inschrijven", form);

        assertThat(browser.get("/post?lijst=ALL").body()).doesNotContain("Geheime kanarie");
        assertThat(table(browser)).doesNotContain("Geheime kanarie").contains("Attest van woonst");
    }

    @Test
    void theOtherAuthorityOfTheTownSeesAnEmptyList() {
        Browser other = fixtures.browser(port, scene.town().ocmw(), StandardRole.COORDINATOR);

        assertThat(other.get("/post?lijst=ALL").body())
                .contains("Niets in deze lijst")
                .doesNotContain(DeskFixtures.CANARY);
        assertThat(table(other)).doesNotContain(DeskFixtures.CANARY);
    }

    @Test
    void filtersNarrowAndAreKeptAsAView() {
        browser.post("/post/inschrijven", form("Met een pakje", PieceKind.PARCEL));

        String body = browser.get("/post?lijst=ALL&soort=PARCEL").body();
        assertThat(body).contains("Met een pakje").doesNotContain("Attest van woonst");
        var kept =
                browser.post(
                        "/weergaven",
                        Map.of(
                                "list", "post",
                                "name", "Pakjes",
                                "query", "lijst=ALL&volgorde=NEWEST&soort=PARCEL"));
        assertThat(kept.location()).startsWith("/post?lijst=ALL");
        assertThat(browser.get("/post").body()).contains("Pakjes");
    }

    @Test
    void whatIsDoneWithManyIsToldForEach() {
        String fine = scene.entry().id().toString();
        Map<String, String> asked = new HashMap<>();
        asked.put("query", "lijst=ALL");
        asked.put("id", fine);
        asked.put("do", "assign");
        asked.put("handler", scene.coordinator().employee().orElseThrow().toString());
        assertThat(browser.post("/post", asked).body()).contains("Eén item is gewijzigd");
        assertThat(browser.get("/post?lijst=ASSIGNED").body()).contains("Attest van woonst");

        asked.put("do", "case");
        asked.put("number", scene.file().number().display());
        assertThat(browser.post("/post", asked).body()).contains("Eén item is gewijzigd");
        assertThat(browser.post("/post", Map.of("query", "", "id", fine, "do", "none")).body())
                .contains("heeft deze registratie al afgehandeld");
    }

    @Test
    void labelsArePrintedOfWhatIsChosenAndInSight() {
        String labels =
                browser.post(
                                "/post",
                                Map.of(
                                        "query", "",
                                        "id", scene.entry().id().toString(),
                                        "do", "labels"))
                        .body();
        assertThat(labels)
                .contains(scene.entry().number().display())
                .doesNotContainPattern("\\[[A-Za-z]+\\.[A-Za-z.-]+\\]");

        Browser other = fixtures.browser(port, scene.town().ocmw(), StandardRole.COORDINATOR);
        assertThat(
                        other.post(
                                        "/post",
                                        Map.of(
                                                "query", "",
                                                "id", scene.entry().id().toString(),
                                                "do", "labels"))
                                .body())
                .contains("Niets gekozen")
                .doesNotContain(scene.entry().number().display());
    }

    @Test
    void withoutTheRightOfCasesNothingIsBroughtToACase() {
        Browser clerk = fixtures.browser(port, scene.here(), StandardRole.POST_CLERK);

        Browser.Answer answer =
                clerk.post(
                        "/post",
                        Map.of(
                                "query",
                                "",
                                "id",
                                scene.entry().id().toString(),
                                "do",
                                "case",
                                "number",
                                scene.file().number().display()));

        assertThat(answer.status()).isEqualTo(403);
        RegisterEntry entry = Callers.as(scene.coordinator(), () -> post.get(scene.entry().id()));
        assertThat(entry.caseLink()).isEmpty();
    }

    @Test
    void theTableIsLoggedWithWhoIsOnItAndHoldsNoFormula() {
        Map<String, String> form = form("=HYPERLINK(\"http://kwaad\")");
        browser.post("/post/inschrijven", form);

        assertThat(table(browser))
                .contains(DeskFixtures.CANARY)
                .doesNotContain("\n=HYPER")
                .doesNotContain(";=HYPER")
                .doesNotContain(",=HYPER")
                .doesNotContain("\"=HYPER");
        assertThat(
                        owner.column(
                                "select purpose from audit.event where action = 'desk.post-exported' and parties @> array['%s'::uuid]"
                                        .formatted(scene.party())))
                .containsExactly("SUPERVISION");
    }

    private static String table(Browser who) {
        return who.post(
                        "/post/uitvoer",
                        Map.of("query", "lijst=ALL", "form", "CSV", "waarvoor", "SUPERVISION"))
                .body();
    }

    private Map<String, String> form(String subject) {
        return form(subject, PieceKind.LETTER);
    }

    private Map<String, String> form(String subject, PieceKind kind) {
        Map<String, String> form = new HashMap<>();
        form.put("once", UUID.randomUUID().toString());
        form.put("sender", "Jan Peeters");
        form.put("subject", subject);
        form.put("on", Brussels.today(clock).toString());
        form.put("kind", kind.name());
        form.put("unit", scene.here().unit().toString());
        return form;
    }
}
