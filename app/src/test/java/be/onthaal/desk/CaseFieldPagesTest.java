// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(DeskFixtures.class)
class CaseFieldPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Cases cases;
    @LocalServerPort int port;

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedIsStillThere() {
        DeskFixtures.Scene scene = fixtures.scene();
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());
        CaseId id =
                Callers.as(
                        scene.coordinator(),
                        () -> {
                            CaseId opened =
                                    cases.open(
                                                    new OpenCase(
                                                            "subsidy",
                                                            "Buurtfeest",
                                                            "",
                                                            Optional.empty(),
                                                            scene.here().unit(),
                                                            new OpenCase.Intake(
                                                                    Channel.DESK,
                                                                    LocalDate.of(2026, 3, 2),
                                                                    Optional.empty()),
                                                            Optional.empty()))
                                            .id();
                            cases.take(opened);
                            return opened;
                        });

        String answer =
                browser.post(
                                "/zaken/" + id + "/velden",
                                Map.of("revision", "1", "veld.requested", "veel geld"))
                        .body();

        assertThat(answer)
                .containsSubsequence(
                        "id=\"veld-requested-e\"",
                        "klopt niet",
                        "value=\"veel geld\"",
                        "aria-describedby=\"veld-requested-e\"",
                        "aria-invalid=\"true\"");
        var kept = Callers.as(scene.coordinator(), () -> cases.get(id)).file().filled();
        assertThat(kept.values().of("requested")).isEmpty();
    }
}
