// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Channel;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a case still needs, said before somebody tries to close it and when he does. */
@OnthaalTest
@Import(DeskFixtures.class)
class CaseLacksPagesTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "hearing",
             "definition": {"name": "Hoorzitting", "confidentiality": "INTERNAL",
               "term": {"amount": 5, "unit": "WORKING_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": true},
               "phases": [{"code": "handling", "name": "Behandeling"}],
               "documents": [{"code": "report", "name": "Verslag", "mandatory": true}],
               "roles": [{"code": "witness", "name": "Getuige", "kind": "WITNESS", "mandatory": true}],
               "results": [{"code": "heard", "name": "Gehoord", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    private static final String WITHOUT_PIECE =
            TYPE.replace("\"Verslag\", \"mandatory\": true", "\"Verslag\"");

    @Autowired DeskFixtures fixtures;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired MachineTokens tokens;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;

    @BeforeEach
    void found() {
        scene = fixtures.scene();
    }

    @Test
    void thePageSaysBeforehandWhoAndWhatIsMissingAndWhereToAddIt() {
        CaseId id = opened(TYPE);
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());

        assertThat(browser.get("/zaken/" + id).body())
                .containsSubsequence(
                        "Ontbreekt nog om af te sluiten",
                        "<a href=\"#documenten\">Stuk toevoegen: Verslag</a>",
                        "<a href=\"#rond\">Iemand toevoegen als Getuige</a>");
    }

    @Test
    void whoClosesAllTheSameReadsWhichRoleIsEmptyAndIsLedToThePeople() {
        CaseId id = opened(WITHOUT_PIECE);
        Browser browser = fixtures.browser(port, scene.here(), scene.coordinator());

        Browser.Answer answer =
                browser.post("/zaken/" + id + "/sluit", Map.of("revision", "1", "result", "heard"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .containsSubsequence(
                        "role=\"alert\"",
                        "niemand als ‘Getuige’",
                        "<a href=\"#rond\">Voeg iemand toe bij de betrokkenen.</a>");
        assertThat(Callers.as(scene.coordinator(), () -> cases.get(id)).file().isClosed())
                .isFalse();
    }

    @Test
    void aProgramIsRefusedWithTheCodeAndTheNameOfTheRole() {
        CaseId id = opened(WITHOUT_PIECE);
        Browser program =
                Browser.machine(
                        port,
                        Callers.as(
                                scene.here().administrator(),
                                () ->
                                        tokens.issue(
                                                "Proef",
                                                Set.of(
                                                        Permission.CASE_VIEW,
                                                        Permission.CASE_HANDLE,
                                                        Permission.COORDINATE),
                                                Duration.ofDays(1))));
        String tag = program.get("/api/cases/" + id).headers().getOrDefault("etag", "");

        Browser.Answer refused =
                program.send(
                        "POST",
                        "/api/cases/" + id + "/close",
                        Map.of("Content-Type", "application/json", "If-Match", tag),
                        "{\"result\":\"heard\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("cases.role-mandatory", "Getuige");
    }

    private CaseId opened(String type) {
        Callers.run(
                scene.here().administrator(),
                () ->
                        types.publish(
                                "hearing",
                                DefinitionText.file(type, name -> Optional.empty()).definition()));
        return Callers.as(
                scene.coordinator(),
                () -> {
                    CaseId id =
                            cases.open(
                                            new OpenCase(
                                                    "hearing",
                                                    "Zitting",
                                                    "",
                                                    Optional.empty(),
                                                    scene.here().unit(),
                                                    new OpenCase.Intake(
                                                            Channel.DESK,
                                                            LocalDate.of(2026, 3, 2),
                                                            Optional.empty()),
                                                    Optional.empty()))
                                    .id();
                    cases.take(id);
                    return id;
                });
    }
}
