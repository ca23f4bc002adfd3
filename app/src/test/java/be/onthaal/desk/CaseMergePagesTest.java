// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Merging two cases in the browser, after a look at what that does. */
@OnthaalTest
@Import(DeskFixtures.class)
class CaseMergePagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Cases cases;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;
    private CaseFile other;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
        other =
                Callers.as(
                        scene.coordinator(),
                        () -> {
                            CaseFile opened =
                                    cases.open(
                                            new OpenCase(
                                                    CaseTypes.INFORMATION_QUESTION,
                                                    "Nog eens de verhuis",
                                                    "",
                                                    Optional.empty(),
                                                    scene.here().unit(),
                                                    new OpenCase.Intake(
                                                            Channel.DESK,
                                                            LocalDate.of(2026, 11, 23),
                                                            Optional.empty()),
                                                    Optional.empty()));
                            cases.addNote(opened.id(), "Belde dinsdag");
                            return opened;
                        });
    }

    @Test
    void oneSeesWhatHappensMergesAndUndoesIt() {
        String here = "/zaken/" + other.id();
        String number = scene.file().number().display();
        assertThat(browser.get(here).body()).contains(here + "/samenvoegen");

        Browser.Answer look = browser.get(here + "/samenvoegen?met=" + number);
        assertThat(look.body())
                .contains(number + " gaat verder")
                .contains(other.number().display() + " wordt beëindigd")
                .contains("Vraag beantwoorden");
        Browser.Answer merged =
                browser.post(
                        here + "/samenvoegen",
                        Map.of("revision", "0", "number", number, "reason", "Tweemaal gevraagd"));

        assertThat(merged.location()).startsWith("/zaken/" + scene.file().id());
        String stays = "/zaken/" + scene.file().id();
        browser.get(stays);
        Browser.Answer page = browser.get(stays);
        assertThat(page.body())
                .contains("Hier is mee samengevoegd")
                .contains("Tweemaal gevraagd")
                .contains("Belde dinsdag");
        assertThat(page.statements()).isBetween(1, 7);
        assertThat(browser.get(here).body()).contains("Deze zaak is opgegaan in").contains(number);
        browser.post(here + "/samenvoegen/terug", Map.of());
        assertThat(browser.get(here).body()).doesNotContain("Deze zaak is opgegaan in");
        assertThat(browser.get(stays).body()).doesNotContain("Belde dinsdag");
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeAnythingIsTyped() {
        String itself =
                "/zaken/%s/samenvoegen?met=%s".formatted(other.id(), other.number().display());

        assertThat(browser.get(itself).body()).contains("Een zaak kan niet in zichzelf opgaan");
        assertThat(browser.get("/zaken/%s/samenvoegen?met=onzin".formatted(other.id())).body())
                .contains("Deze zaak bestaat niet");
    }
}
