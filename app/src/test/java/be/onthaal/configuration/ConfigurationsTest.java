// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.configuration.Change.Kind;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class ConfigurationsTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "tree",
             "definition": {"name": "Boom kappen", "confidentiality": "INTERNAL", "templates": ["tree"],
               "term": {"amount": 30, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
               "phases": [{"code": "handling", "name": "Behandeling"}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;
    private static final String REPLY = "Boom\nUw boom\nBeste {{klant}}, uw boom.";

    @Autowired TownFixtures towns;
    @Autowired Configurations configurations;
    @Autowired CaseTypes types;
    @Autowired ReplyTemplates templates;

    private Town town;
    private TestAuthority here;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        Callers.run(here.administrator(), types::installStandard);
    }

    @Test
    void tryingSaysWhatWouldChangeAndChangesNothing() {
        List<Change> changes = bringIn(folder(TYPE), false);

        assertThat(changes)
                .extracting(Change::file, Change::kind)
                .containsExactly(
                        tuple("replies/tree_nl.txt", Kind.NEW),
                        tuple("case-types/tree.json", Kind.NEW));
        assertThat(codes()).doesNotContain("tree");
    }

    @Test
    void theSameFolderAgainChangesNothingAndAChangedOneMakesANextVersion() {
        bringIn(folder(TYPE), true);
        assertThat(bringIn(folder(TYPE), true)).extracting(Change::kind).containsOnly(Kind.SAME);

        List<Change> changed = bringIn(folder(TYPE.replace("30", "60")), true);

        assertThat(changed).extracting(Change::kind).containsExactly(Kind.SAME, Kind.CHANGED);
        assertThat(type("tree").version()).isEqualTo(2);
        assertThat(type("tree").definition().term().amount()).isEqualTo(60);
    }

    @Test
    void oneFaultyFileKeepsTheWholeFolderOut() {
        Map<String, String> folder = folder(TYPE);
        folder.put(
                "case-types/zz.json",
                TYPE.replace("\"tree\",", "\"zz\",").replace("[\"tree\"]", "[\"gone\"]"));

        List<Change> changes = bringIn(folder, true);

        assertThat(changes.getLast().kind()).isEqualTo(Kind.REFUSED);
        assertThat(changes.getLast().reason()).isPresent();
        assertThat(codes()).doesNotContain("tree", "zz");
        assertThat(Callers.as(here.service(), () -> templates.list("nl")))
                .extracting(template -> template.code())
                .doesNotContain("tree");
    }

    @Test
    void hostileAndStrangeFilesAreRefusedWithTheirName() {
        for (String name :
                List.of(
                        "case-types/x.json",
                        "case-types/x.exe",
                        "replies/x.txt",
                        "decision-tables/x.dmn",
                        "../x")) {
            assertThat(bringIn(Map.of(name, "<evil/>"), true))
                    .extracting(Change::file, Change::kind)
                    .containsExactly(tuple(name, Kind.REFUSED));
        }
    }

    @Test
    void theSisterAuthorityKeepsItsOwn() {
        bringIn(folder(TYPE), true);

        assertThat(Callers.as(town.ocmw().service(), types::list))
                .extracting(CaseType::code)
                .doesNotContain("tree");
    }

    private static Map<String, String> folder(String type) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case-types/tree.json", type);
        files.put("replies/tree_nl.txt", REPLY);
        return files;
    }

    private List<Change> bringIn(Map<String, String> files, boolean forReal) {
        return Callers.as(here.service(), () -> configurations.bringIn(files, forReal));
    }

    private CaseType type(String code) {
        return Callers.as(here.service(), () -> types.current(code));
    }

    private List<String> codes() {
        return Callers.as(here.service(), types::list).stream().map(CaseType::code).toList();
    }
}
