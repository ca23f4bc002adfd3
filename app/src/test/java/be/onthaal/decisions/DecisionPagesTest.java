// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Sessions;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Keeping a decision table as an administrator does it. */
@OnthaalTest
@Import(RememberedTraffic.class)
class DecisionPagesTest {

    private static final String HOME = "/beheer/beslissingstabellen";

    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired DecisionTables tables;
    @Autowired Clock clock;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;
    private Browser administrator;
    private String path;

    @BeforeEach
    void begin() {
        here = towns.found().municipality();
        administrator = browser(StandardRole.ADMINISTRATOR);
        administrator.post(HOME, Map.of("name", "Toewijzing post", "key", "test-routing"));
        path = HOME + "/" + draft().id();
        String model =
                DrawnModel.table("dienst")
                        .input("onderwerp", "string")
                        .output("dienst", "string")
                        .row("contains(?, \"afval\")", "\"Milieu\"", "Afval is voor Milieu")
                        .row("-", "\"Onthaal\"", "")
                        .xml();
        administrator.post(path + "/model", Map.of("model", model, "revision", "0"));
    }

    @Test
    void aTableIsDrawnTriedGivenAnExampleAndPublished() {
        assertThat(administrator.get(HOME).body()).contains("Toewijzing post").contains("Ontwerp");
        assertThat(administrator.get(path).body())
                .contains("bevat 'afval'")
                .contains("De eerste regel die past");

        String tried =
                administrator.post(path + "/proberen", Map.of("in.onderwerp", "mijn afval")).body();
        assertThat(tried)
                .contains("dienst: Milieu")
                .contains("Regel 1 van ‘Toewijzing post’ (versie 1): onderwerp bevat 'afval'")
                .contains("rules-fired");

        administrator.post(
                path + "/voorbeelden",
                Map.of(
                        "name",
                        "Zakken",
                        "revision",
                        "1",
                        "in.onderwerp",
                        "afval",
                        "out.dienst",
                        ""));
        assertThat(administrator.get(path).body()).contains("Zakken").contains("Klopt.");

        String today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels")).toString();
        administrator.post(path + "/publiceren", Map.of("from", today, "revision", "2"));
        assertThat(administrator.get(path).body()).contains("Geldt").doesNotContain("/publiceren");
        assertThat(
                        administrator
                                .post(path + "/model", Map.of("model", "x", "revision", "2"))
                                .status())
                .isEqualTo(422);
        administrator.post(path + "/intrekken", Map.of());
        assertThat(administrator.get(path).body()).contains("Ingetrokken");
    }

    @Test
    void aDraftIsTriedOnWhatCameBefore() {
        administrator.post(
                path + "/voorbeelden",
                Map.of("name", "Zakken", "revision", "1", "in.onderwerp", "afval"));
        String today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels")).toString();
        administrator.post(path + "/publiceren", Map.of("from", today, "revision", "2"));
        String next =
                administrator.post(path + "/nieuw", Map.of()).location().replaceAll("[?].*", "");
        String model =
                DrawnModel.table("dienst")
                        .input("onderwerp", "string")
                        .output("dienst", "string")
                        .row("contains(?, \"afval\")", "\"Milieu\"", "Afval is voor Milieu")
                        .row("\"reispas\"", "\"Burgerzaken\"", "")
                        .row("-", "\"Onthaal\"", "")
                        .xml();
        administrator.post(next + "/model", Map.of("model", model, "revision", "0"));

        String page = administrator.get(next + "/proef").body();

        assertThat(page)
                .contains("op de laatste 3 stukken: 1 krijgen iets anders")
                .contains("I-2026-2")
                .contains("dienst: Burgerzaken")
                .doesNotContain("I-2026-3");
        assertThat(
                        owner.column(
                                "select detail ->> 'items' from audit.event where action = 'decisions.replayed' and subject_id = '%s'"
                                        .formatted(next.replaceAll(".*/", ""))))
                .containsExactly("I-2026-3 I-2026-2 I-2026-1");
    }

    @Test
    void nothingIsAskedOfADraftWithAnError() {
        String nested =
                "some a in [1,2] satisfies some b in [1,2] satisfies some c in [1,2] satisfies some d in [1,2] satisfies some e in [1,2] satisfies true";
        administrator.post(
                path + "/voorbeelden",
                Map.of("name", "Zakken", "revision", "1", "in.onderwerp", "afval"));
        String model =
                DrawnModel.table("dienst").input("onderwerp", "string").formula(nested).xml();
        administrator.post(path + "/model", Map.of("model", model, "revision", "2"));

        assertThat(administrator.get(path).body())
                .contains("het is niet te zien dat dit ooit klaar is")
                .contains("tot dan beslist ze niets");
        assertThat(administrator.post(path + "/proberen", Map.of("in.onderwerp", "afval")).body())
                .contains("tot dan beslist ze niets");
        assertThat(administrator.get(path + "/bewerken").status()).isEqualTo(200);
    }

    @Test
    void theFileGoesOutAndComesInAgain() {
        Browser.Answer file = administrator.get(path + "/bestand");
        assertThat(file.headers().get("content-disposition")).contains("test-routing-1.dmn");
        Browser elsewhere = browserOf(towns.found().municipality(), StandardRole.ADMINISTRATOR);

        Browser.Answer taken =
                elsewhere.upload(
                        HOME + "/invoer",
                        Map.of("x.dmn", file.body().getBytes(StandardCharsets.UTF_8)));

        assertThat(taken.location()).contains("gedaan=decisions-taken");
        assertThat(elsewhere.get(HOME).body()).contains("Toewijzing post");
    }

    @Test
    void aHostileModelIsRefusedInWords() {
        Map<String, String> hostile = new HashMap<>();
        hostile.put("revision", "1");
        hostile.put("model", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
        Browser.Answer answer = administrator.post(path + "/model", hostile);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("documenttype").doesNotContain("root:");
    }

    @Test
    void onlyTheFrameOfTheEditorMayWriteStyles() {
        assertThat(administrator.get(path + "/tekenen").headers().get("content-security-policy"))
                .contains("script-src 'self';")
                .contains("style-src 'self' 'unsafe-inline'");
        assertThat(administrator.get(path + "/bewerken").headers().get("content-security-policy"))
                .doesNotContain("unsafe-inline");
    }

    @Test
    void nobodyElseKeepsTables() {
        assertThat(browser(StandardRole.FIRST_LINE).get(HOME).status()).isEqualTo(403);
        Browser other = browserOf(towns.found().municipality(), StandardRole.ADMINISTRATOR);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/weg", Map.of()).status()).isEqualTo(404);
    }

    private Head draft() {
        return Callers.as(here.administrator(), tables::list).getFirst();
    }

    private Browser browser(StandardRole role) {
        return browserOf(here, role);
    }

    private Browser browserOf(TestAuthority where, StandardRole role) {
        Caller person = towns.person(where, role);
        String login =
                Callers.as(
                        where.administrator(),
                        () ->
                                employees
                                        .get(new EmployeeId(person.employee().orElseThrow()))
                                        .email()
                                        .normalised());
        return Browser.signedIn(port, sessions, login);
    }
}
