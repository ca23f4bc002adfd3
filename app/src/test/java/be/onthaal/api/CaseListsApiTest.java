// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.json;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@OnthaalTest
@Import(ApiFixtures.class)
class CaseListsApiTest {

    @Autowired ApiFixtures fixtures;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;

    @BeforeEach
    void openCases() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
        for (String subject : List.of("Rijbewijs kwijt", "Parking voor verhuis")) {
            assertThat(program.post("/api/cases", scene.openCase(subject)).status()).isEqualTo(201);
        }
    }

    @Test
    void aListIsNarrowedAsOnTheDesk() {
        Map<String, Integer> wanted =
                Map.of(
                        "",
                        2,
                        "?type=information-question&status=OPEN&status=WAITING",
                        2,
                        "?type=other",
                        0,
                        "?party=" + scene.party(),
                        2,
                        "?party=00000000-0000-0000-0000-000000000001",
                        0,
                        "?unit=" + scene.here().unit() + "&confidentiality=INTERNAL",
                        2,
                        "?dueUntil=2020-01-01",
                        0,
                        "?openedFrom=2020-01-01&sort=SUBJECT_Z_A&size=1",
                        1,
                        "?view=CLOSED",
                        0,
                        "?channel=KIOSK",
                        0);
        wanted.forEach((query, rows) ->
                assertThat(json(program.get("/api/cases" + query)).path("items").size())
                        .as(query)
                        .isEqualTo(rows));
        for (String wrong :
                List.of("?status=GONE", "?party=x", "?dueFrom=morgen", "?view=NO", "?size=x")) {
            assertThat(program.get("/api/cases" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void casesOfOneTypeAreListedByWhatStandsInTheirFields() {
        var opened =
                program.post(
                        "/api/cases",
                        scene.openCase("Buurtfeest").replace("information-question", "event"));
        String place = opened.headers().get("location");
        String tag = program.get(place).headers().get("etag");
        program.post(
                place + "/fields",
                "{\"fields\":{\"title\":[\"Kermis\"],\"from\":[\"2026-08-15\"]}}",
                "If-Match",
                tag);

        assertThat(listed("{\"title\":\"kerm\",\"from\":\"2026-08-15\"}")).isEqualTo(1);
        assertThat(listed("{\"title\":\"markt\"}")).isZero();
        for (String wrong : List.of("{\"visitors\":\"3\"}", "{\"from\":\"morgen\"}")) {
            assertThat(byFields(wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(byFields("{\"title\":null}").status()).isEqualTo(400);
    }

    private int listed(String fields) {
        return json(byFields(fields)).path("items").size();
    }

    private Browser.Answer byFields(String fields) {
        return program.post("/api/cases/list", "{\"type\":\"event\",\"fields\":" + fields + "}");
    }

    @Test
    void viewsAreCountedExactly() {
        JsonNode counts = json(program.get("/api/cases/counts"));

        assertThat(counts.path("ALL_OPEN").asInt()).isEqualTo(2);
        assertThat(counts.path("UNASSIGNED").asInt()).isEqualTo(2);
        assertThat(counts.path("MINE").asInt()).isZero();
    }

    @Test
    void whatWasSaidIsFoundAndConsulted() {
        Browser.Answer found =
                program.post(
                        "/api/cases/search",
                        "{\"words\":\"rijbewijs or \\\"parking voor\\\"\",\"with\":[{\"facet\":\"STATUS\",\"value\":\"OPEN\"}]}");

        assertThat(found.status()).isEqualTo(200);
        assertThat(json(found).path("found").path("total").asString()).isEqualTo("2");
        assertThat(json(found).at("/facets/CHANNEL").size()).isEqualTo(1);
        assertThat(
                        owner.column(
                                "select id from audit.event where action = 'api.cases-searched' and parties @> array['%s'::uuid]"
                                        .formatted(scene.party())))
                .hasSize(1);
        assertThat(
                        json(program.post(
                                        "/api/cases/search",
                                        "{\"words\":\"rijbewijs\",\"without\":[{\"facet\":\"STATUS\",\"value\":\"OPEN\"}]}"))
                                .at("/found/items")
                                .size())
                .isZero();
    }
}
