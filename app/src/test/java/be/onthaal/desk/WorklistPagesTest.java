// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseHandling;
import be.onthaal.cases.CasePopulation;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import({DeskFixtures.class, CasePopulation.class})
class WorklistPagesTest {

    private static final Pattern NUMBER = Pattern.compile("Z-\\d{4}-\\d{6}");

    @Autowired DeskFixtures fixtures;
    @Autowired CasePopulation population;
    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired CaseHandling work;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    @Test
    void everyPageAndExportOfEverybodyHoldsWhatTheRuleSays() {
        var town = population.populate(31, 24);
        for (Caller who : town.people()) {
            boolean elsewhere = who.authority().equals(town.ocmw().authority().id());
            Browser browser = fixtures.browser(port, elsewhere ? town.ocmw() : town.here(), who);
            for (var view : List.of(CaseFilter.View.ALL_OPEN, CaseFilter.View.CLOSED)) {
                String query = "view=" + view + "&sort=DUE_FIRST";
                Set<String> right =
                        town.all().stream()
                                .filter(one -> who.may(Permission.CASE_VIEW))
                                .filter(one -> one.seenBy(who, town.here()))
                                .filter(one ->
                                        (one.status() == CaseStatus.CLOSED)
                                                == (view == CaseFilter.View.CLOSED))
                                .map(CasePopulation.Known::number)
                                .collect(Collectors.toSet());
                assertThat(numbers(browser.get("/zaken?" + query))).isEqualTo(right);
                assertThat(numbers(export(browser, query, "CSV"))).isEqualTo(right);
            }
        }
    }

    @Test
    void anAddressHoldsNoWordsAndAColleagueSeesTheListWithoutThem() {
        var scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());
        Browser other = fixtures.browser(port, scene.here(), StandardRole.CASE_HANDLER);

        var chosen = browser.post("/zaken/filter", Map.of("view", "ALL_OPEN", "zoek", "verhuis"));

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.location()).contains("woorden=").doesNotContain("verhuis");
        assertThat(browser.get(chosen.location()).body())
                .contains("Osylei")
                .contains("value=\"verhuis\"");
        assertThat(other.get(chosen.location()).body())
                .contains("Osylei")
                .contains("zoekwoorden van iemand anders")
                .doesNotContain("value=\"verhuis\"");
        var none = browser.post("/zaken/filter", Map.of("view", "ALL_OPEN", "zoek", "boom"));
        assertThat(browser.get(none.location()).body())
                .contains("Geen zaak past")
                .doesNotContain("Osylei");
    }

    @Test
    void aSharedViewIsOpenedWithTheRightsOfWhoOpensIt() {
        var town = population.populate(17, 24);
        Caller coordinator = towns.person(town.here(), StandardRole.COORDINATOR);
        Browser maker = fixtures.browser(port, town.here(), coordinator);
        maker.post(
                "/weergaven",
                Map.of(
                        "list", "cases",
                        "name", "Alles wat loopt",
                        "query", "view=ALL_OPEN&sort=NEWEST_FIRST",
                        "share", "all"));
        for (Caller who : town.people()) {
            if (who.may(Permission.CASE_VIEW)
                    && who.authority().equals(town.here().authority().id())) {
                Browser browser = fixtures.browser(port, town.here(), who);
                assertThat(browser.get("/zaken").body()).contains("Alles wat loopt");
                Set<String> right =
                        town.all().stream()
                                .filter(one -> one.seenBy(who, town.here()))
                                .filter(one -> one.status() != CaseStatus.CLOSED)
                                .map(CasePopulation.Known::number)
                                .collect(Collectors.toSet());
                String id =
                        owner.column(
                                        "select id from desk.saved_view where name = 'Alles wat loopt' and authority_id = '%s'"
                                                .formatted(town.here().authority().id()))
                                .getFirst();
                browser.post("/weergaven/" + id + "/eerst", Map.of());
                assertThat(numbers(browser.get("/zaken"))).isEqualTo(right);
                browser.post("/weergaven/" + id + "/weg", Map.of("list", "cases"));
                browser.post("/weergaven/gewoon", Map.of());
            }
        }
        assertThat(maker.get("/zaken").body()).contains("Alles wat loopt");
    }

    @Test
    void aListIsNarrowedByTheFieldsOfOneTypeAndNoTextOfThemStandsInAnAddress() {
        var scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());
        CaseFile kermis = event(scene, "Kermis", "2026-08-15");
        CaseFile market = event(scene, "Kerstmarkt", "2026-12-12");

        assertThat(browser.get("/zaken?view=ALL_OPEN&sort=DUE_FIRST&type=event").body())
                .contains("name=\"veld.title\"", "name=\"veld.from\"")
                .doesNotContain("name=\"veld.visitors\"");
        var chosen =
                browser.post(
                        "/zaken/filter",
                        Map.of(
                                "view", "ALL_OPEN",
                                "type", "event",
                                "veld.title", "kerm",
                                "veld.from", "2026-08-15"));
        assertThat(chosen.location())
                .contains("veld.from=2026-08-15", "teksten=")
                .doesNotContain("kerm");
        assertThat(numbers(browser.get(chosen.location())))
                .containsExactly(kermis.number().display());
        String query = chosen.location().substring("/zaken?".length());
        assertThat(numbers(export(browser, query, "CSV")))
                .containsExactly(kermis.number().display());
        var other = browser.post("/zaken/filter", Map.of("view", "ALL_OPEN", "veld.title", "x"));
        assertThat(other.location()).as("a type that was left").doesNotContain("tekst", "veld");
        assertThat(browser.get("/zaken?view=ALL_OPEN&sort=DUE_FIRST&type=event&veld.from=x"))
                .satisfies(wrong -> assertThat(wrong.status()).isEqualTo(422));

        browser.post(
                "/weergaven",
                Map.of("list", "cases", "name", "Kermissen", "query", query, "share", "all"));
        String id =
                owner.column(
                                "select id from desk.saved_view where name = 'Kermissen' and authority_id = '%s' and query not like '%%kerm%%' and query not like '%%teksten%%'"
                                        .formatted(scene.here().authority().id()))
                        .getFirst();
        Browser colleague = fixtures.browser(port, scene.here(), StandardRole.CASE_HANDLER);
        colleague.post("/weergaven/" + id + "/eerst", Map.of());
        var page = colleague.get("/zaken");
        assertThat(page.body())
                .contains(kermis.number().display(), "Naam van het evenement: kerm")
                .doesNotContain(market.number().display());
    }

    private CaseFile event(DeskFixtures.Scene scene, String title, String from) {
        return Callers.as(
                scene.coordinator(),
                () -> {
                    CaseFile file =
                            cases.open(
                                    new OpenCase(
                                            "event",
                                            "Aanvraag",
                                            "",
                                            Optional.empty(),
                                            scene.here().unit(),
                                            new OpenCase.Intake(
                                                    Channel.DESK,
                                                    LocalDate.of(2026, 3, 2),
                                                    Optional.empty()),
                                            Optional.empty()));
                    work.fill(file.id(), 0, Map.of("title", List.of(title), "from", List.of(from)));
                    return file;
                });
    }

    @Test
    void onlyWhoSpreadsWorkShares() {
        var scene = fixtures.scene();
        Browser handler = fixtures.browser(port, scene.here(), StandardRole.CASE_HANDLER);

        for (String with : List.of("all", scene.here().unit().toString())) {
            var refused =
                    handler.post(
                            "/weergaven",
                            Map.of("list", "cases", "name", "X", "query", "", "share", with));
            assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        }
        assertThat(
                        owner.column(
                                "select id from desk.saved_view where authority_id = '%s'"
                                        .formatted(scene.here().authority().id())))
                .isEmpty();
    }

    @Test
    void columnsAndRowsGoWithWhoChoseThem() {
        var scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());

        browser.post(
                "/zaken/kolommen",
                Map.of("kolom", "CONFIDENTIALITY", "rijen", "25", "query", "view=ALL_OPEN"));

        String body = browser.get("/zaken?view=ALL_OPEN").body();
        assertThat(body).contains(">Intern</td>").contains("value=\"25\" selected");
        assertThat(body).doesNotContain("/klanten/" + scene.party());
    }

    @Test
    void anExportRunsNoFormulaAndIsLoggedWithItsPurposeAndCustomers() {
        var scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());
        List<String> hostile =
                List.of("=1+1", "+32 2", "-2", "@SUM(A1)", "\uFF1D1+1", "a;b\"c\nd", "'=1");
        hostile.forEach(subject -> open(scene, subject));

        String csv = export(browser, "view=ALL_OPEN&sort=DUE_FIRST", "CSV").body();
        var xlsx = export(browser, "view=ALL_OPEN&sort=DUE_FIRST", "XLSX");

        for (String line : csv.split("\";\"|\"\r\n\"")) {
            assertThat(line.replaceFirst("^\uFEFF?\"", ""))
                    .doesNotMatch("(?s)^[=+\\-@\\t\\r\uFF1D].*");
        }
        assertThat(csv).contains("'=1+1").contains("''=1").contains("a;b\"\"c");
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.headers().get("content-disposition")).contains(".xlsx");
        String authority = scene.here().authority().id().toString();
        assertThat(
                        owner.column(
                                ("select detail->>'rows' || ' ' || purpose from audit.event where kind = 'ACTION' and"
                                                + " action = 'desk.cases-exported' and authority_id = '%s'")
                                        .formatted(authority)))
                .containsExactly("8 SUPERVISION", "8 SUPERVISION");
        assertThat(
                        owner.column(
                                ("select id from audit.event where kind = 'CONSULTATION' and action ="
                                                + " 'desk.cases-exported' and parties @> array['%s'::uuid]")
                                        .formatted(scene.party())))
                .hasSize(2);
    }

    @Test
    void manyAreHandledAtOnceWithAResultForEach() {
        var scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());
        CaseFile file = scene.file();

        assertThat(bulk(browser, file, Map.of("do", "take")).body()).contains("in orde");
        assertThat(bulk(browser, file, Map.of("do", "note", "text", "Bel eens")).body())
                .contains(file.number().display() + ": in orde");
        assertThat(bulk(browser, file, Map.of("do", "extend", "text", "Drukte")).status())
                .isEqualTo(200);
        assertThat(bulk(browser, file, Map.of("do", "release")).body()).contains("in orde");
        assertThat(
                        bulk(
                                        browser,
                                        file,
                                        Map.of(
                                                "do",
                                                "move",
                                                "unit",
                                                scene.here().unit().toString()))
                                .body())
                .contains("in orde");
        assertThat(bulk(browser, file, Map.of("do", "destroy")).status()).isEqualTo(422);
        assertThat(bulk(browser, file, Map.of("do", "move")).status()).isEqualTo(422);
        assertThat(
                        owner.column(
                                "select text from cases.note where case_id = '%s'"
                                        .formatted(file.id())))
                .containsExactly("Bel eens");
    }

    private Browser.Answer bulk(Browser browser, CaseFile file, Map<String, String> what) {
        Map<String, String> form = new HashMap<>(what);
        form.put("id", file.id().toString());
        form.put("query", "view=ALL_OPEN&sort=DUE_FIRST");
        return browser.post("/zaken", form);
    }

    private void open(DeskFixtures.Scene scene, String subject) {
        Callers.run(
                scene.coordinator(),
                () ->
                        cases.open(
                                new OpenCase(
                                        CaseTypes.INFORMATION_QUESTION,
                                        subject,
                                        "",
                                        Optional.empty(),
                                        scene.here().unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                LocalDate.of(2026, 11, 20),
                                                Optional.empty()),
                                        Optional.empty())));
    }

    private static Browser.Answer export(Browser browser, String query, String form) {
        return browser.post(
                "/zaken/uitvoer", Map.of("query", query, "form", form, "waarvoor", "SUPERVISION"));
    }

    private static Set<String> numbers(Browser.Answer answer) {
        return NUMBER.matcher(answer.body())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }
}
