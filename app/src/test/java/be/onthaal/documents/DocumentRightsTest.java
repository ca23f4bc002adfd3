// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.Sessions;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Cases;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who sees which documents, for every role, against the rule written down a second time. */
@OnthaalTest
@Import(DocumentTown.class)
class DocumentRightsTest {

    private static final long SEED = 20261126;

    @Autowired DocumentTown town;
    @Autowired TownFixtures towns;
    @Autowired Units units;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired Documents documents;
    @Autowired DocumentLinks links;
    @Autowired DocumentFiles files;
    @Autowired Cases cases;
    @Autowired Parts parts;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private TestAuthority here;
    private List<UnitId> places;
    private Caller keeper;

    @BeforeEach
    void found() {
        here = town.found();
        UnitId second =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        places = List.of(here.unit(), second);
        keeper = here.service();
    }

    private record Held(UnitId unit, Confidentiality level) {}

    @Test
    void everybodySeesWhatTheRuleSaysAndNothingElse() {
        var random = new Random(SEED);
        List<CaseFile> files = new ArrayList<>();
        for (UnitId unit : places) {
            for (Confidentiality level : Confidentiality.values()) {
                files.add(town.file(keeper, unit, "Zaak", level));
            }
        }
        Map<DocumentId, List<Held>> held = new HashMap<>();
        Map<DocumentId, Confidentiality> levels = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            CaseFile first = files.get(random.nextInt(files.size()));
            DocumentId id = town.add(keeper, first, "stuk" + i + ".txt", "stuk " + i);
            var all = new HashSet<CaseFile>(Set.of(first));
            for (int more = random.nextInt(3); more > 0; more--) {
                CaseFile other = files.get(random.nextInt(files.size()));
                Callers.run(keeper, () -> links.link(id, other.id()));
                all.add(other);
            }
            if (random.nextInt(4) == 0) {
                raise(id);
            }
            held.put(
                    id,
                    all.stream()
                            .map(file ->
                                    new Held(
                                            file.placement().unit(),
                                            file.matter().confidentiality()))
                            .toList());
            levels.put(
                    id,
                    Callers.as(keeper, () -> documents.get(id))
                            .document()
                            .placement()
                            .confidentiality());
        }
        for (Caller one : everybody()) {
            Set<DocumentId> expected = new HashSet<>();
            held.forEach((id, inCases) -> {
                if (inCases.stream().anyMatch(file -> sees(one, file, levels.get(id)))) {
                    expected.add(id);
                }
            });
            Set<DocumentId> seen = new HashSet<>();
            for (DocumentId id : held.keySet()) {
                if (get(one, id).isPresent()) {
                    seen.add(id);
                }
            }
            assertThat(seen).as(one.rights().toString()).isEqualTo(expected);
            Set<DocumentId> listed = new HashSet<>();
            for (CaseFile file : files) {
                Callers.as(one, () -> parts.answer(links.partOf(List.of(file.id()), 100)))
                        .forEach(line -> listed.add(line.document().id()));
            }
            assertThat(listed).isEqualTo(expected);
        }
    }

    @Test
    void whoSeesOneCaseFindsNoTraceOfTheOther() {
        CaseFile open = town.file(keeper, here.unit(), "De open zaak", Confidentiality.INTERNAL);
        CaseFile hidden =
                town.file(keeper, places.get(1), "Schuldbemiddeling", Confidentiality.SECRET);
        DocumentId id = town.add(keeper, open, "loonfiche.txt", "loon");
        Callers.run(keeper, () -> links.link(id, hidden.id()));
        Caller els = towns.person(here, StandardRole.CASE_HANDLER);
        assertThat(Callers.as(els, () -> links.casesOf(id)))
                .extracting(CaseLine::id)
                .containsExactly(open.id());
        Browser browser = browser(els);
        for (String path : List.of("", "/voorbeeld", "/vergelijk")) {
            Browser.Answer answer = browser.get("/documenten/" + id + path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("loonfiche")
                    .doesNotContain("Schuldbemiddeling")
                    .doesNotContain(hidden.number().display())
                    .doesNotContain(hidden.id().toString());
        }
        Callers.run(keeper, () -> links.unlink(id, open.id()));
        assertThat(browser.get("/documenten/" + id).status()).isEqualTo(404);
        assertThat(browser.get("/documenten/" + id + "/versies/1/bestand").status()).isEqualTo(404);
    }

    @Test
    void everyLookIsOneLineInTheLogAndADownloadRunsNothing() {
        CaseFile file = town.file(keeper, here.unit(), "Zaak", Confidentiality.INTERNAL);
        DocumentId id = town.add(keeper, file, "l\u00e9\"plan\".html", "<script>alert(1)</script>");
        Caller els = towns.person(here, StandardRole.CASE_HANDLER);
        Browser browser = browser(els);
        Browser.Answer answer = browser.get("/documenten/" + id + "/versies/1/bestand");
        assertThat(answer.headers().get("content-disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''l%C3%A9_plan_.html");
        assertThat(answer.headers().get("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.headers().get("content-security-policy")).contains("sandbox");
        assertThat(answer.headers().get("content-type")).isEqualTo("application/octet-stream");
        browser.get("/documenten/" + id);
        assertThat(
                        owner.column(
                                "select action || ' ' || purpose from audit.event where subject_id = '%s' and kind = 'CONSULTATION' and actor = '%s' order by id"
                                        .formatted(id, els.actor())))
                .containsExactly("documents.downloaded CASE", "documents.consulted CASE");
        Caller officer = towns.person(here, StandardRole.PRIVACY_OFFICER, Optional.empty());
        assertThat(browser(officer).get("/documenten/" + id + "/raadplegingen").body())
                .contains(els.name())
                .contains("Document gedownload");
    }

    @Test
    void nobodyPutsADocumentOutOfHisOwnSight() {
        CaseFile file = town.file(keeper, places.get(1), "Zaak", Confidentiality.INTERNAL);
        DocumentId id = town.add(keeper, file, "nota.txt", "nota");
        Caller els = towns.person(here, StandardRole.CASE_HANDLER);
        Document.About about = Callers.as(els, () -> documents.get(id)).document().about();
        assertThatThrownBy(() ->
                        Callers.run(
                                els,
                                () -> documents.describe(id, 0, about, Confidentiality.SECRET)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("documents.beyond-you");
    }

    private void raise(DocumentId id) {
        Document document = Callers.as(keeper, () -> documents.get(id)).document();
        Callers.run(
                keeper,
                () ->
                        documents.describe(
                                id,
                                document.progress().revision(),
                                document.about(),
                                Confidentiality.SECRET));
    }

    private static boolean sees(Caller who, Held file, Confidentiality document) {
        if (!who.may(Permission.CASE_VIEW)) {
            return false;
        }
        boolean member = who.rights().units().contains(file.unit());
        int cleared = who.rights().clearance().level();
        return member || (file.level().level() <= cleared && document.level() <= cleared);
    }

    /** Every role that sees cases, in each unit and in all of them. */
    private List<Caller> everybody() {
        List<Caller> all = new ArrayList<>();
        for (StandardRole role : StandardRole.values()) {
            all.add(towns.person(here, role, Optional.empty()));
            for (UnitId unit : places) {
                all.add(towns.person(here, role, Optional.of(unit)));
            }
        }
        return all.stream().filter(one -> one.may(Permission.CASE_VIEW)).toList();
    }

    private Optional<DocumentLine> get(Caller who, DocumentId id) {
        try {
            return Optional.of(Callers.as(who, () -> documents.get(id)));
        } catch (NotFound unseen) {
            return Optional.empty();
        }
    }

    private Browser browser(Caller who) {
        String login =
                Callers.as(
                        here.administrator(),
                        () ->
                                employees
                                        .get(new EmployeeId(who.employee().orElseThrow()))
                                        .email()
                                        .normalised());
        return Browser.signedIn(port, sessions, login);
    }
}
