// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.json;
import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the API says of itself, and whether its answers are what it says. */
@OnthaalTest
@Import(ApiFixtures.class)
class OpenApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired ApiFixtures fixtures;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;
    private JsonNode described;

    @BeforeEach
    void readItsOwnWords() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
        Browser.Answer answer = new Program(Browser.of(port)).get("/api/openapi");
        assertThat(answer.status()).isEqualTo(200);
        described = json(answer);
    }

    @Test
    void everyCallIsNamedAndExplained() {
        List<String> names = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                JsonNode operation = call.getValue();
                names.add(operation.path("operationId").asString(""));
                boolean explained =
                        operation.hasNonNull("summary")
                                && operation.hasNonNull("description")
                                && operation.path("responses").hasNonNull("default");
                if (!explained) {
                    silent.add(call.getKey() + " " + path.getKey());
                }
            }
        }

        assertThat(silent).isEmpty();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(described.path("openapi").asString()).startsWith("3.1");
        assertThat(described.path("info").path("title").asString()).isEqualTo("Onthaal");
        assertThat(described.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        JsonNode opening = described.at("/components/schemas/OpenCaseBody");
        assertThat(opening.path("required").toString())
                .contains("type", "subject", "unit")
                .doesNotContain("party");
        assertThat(opening.at("/properties/type/example").asString())
                .isEqualTo("information-question");
    }

    @Test
    void everyAnswerIsAsDescribed() {
        Browser.Answer opened = program.post("/api/cases", scene.openCase("Beschreven"));
        String place = opened.headers().get("location");
        String party = "/api/parties/" + scene.party();
        Browser.Answer entry =
                program.post(
                        "/api/post",
                        "{\"channel\":\"POST\",\"subject\":\"A\",\"correspondent\":\"B\",\"unit\":\"%s\"}"
                                .formatted(scene.here().unit()));

        fits("post", "/api/cases", opened);
        fits("post", "/api/post", entry);
        fits("post", "/api/cases/{id}/notes", program.post(place + "/notes", "{\"text\":\"A\"}"));
        fits("get", "/api/me", program.get("/api/me"));
        fits("get", "/api/cases", program.get("/api/cases"));
        fits("get", "/api/cases/{id}", program.get(place));
        fits("get", "/api/cases/{id}/timeline", program.get(place + "/timeline"));
        fits("get", "/api/parties", program.get("/api/parties?q=Fatima"));
        fits("get", "/api/parties/{id}", program.get(party));
        fits("get", "/api/parties/{id}/timeline", program.get(party + "/timeline"));
        fits("get", "/api/parties/{id}/contacts", program.get(party + "/contacts"));
        Browser.Answer relative =
                program.post("/api/parties", "{\"kind\":\"PERSON\",\"name\":\"Moeder\"}");
        fits(
                "post",
                "/api/parties/{id}/relations",
                program.post(
                        party + "/relations",
                        "{\"other\":\"%s\",\"kind\":\"PARENT\",\"side\":\"FROM\"}"
                                .formatted(text(relative, "id"))));
        Browser.Answer related = program.get(party + "/relations");
        fits("get", "/api/parties/{id}/relations", related);
        String relation = json(related).at("/items/0/id").asString();
        assertThat(json(related).at("/items/0/name").asString()).isEqualTo("Moeder");
        fits(
                "post",
                "/api/parties/{id}/relations/{relation}/end",
                program.post(party + "/relations/" + relation + "/end", "{}"));
        fits("get", "/api/post", program.get("/api/post"));
        fits("get", "/api/post/{id}", program.get(entry.headers().get("location")));
        fits("get", "/api/units", program.get("/api/units"));
        fits("get", "/api/employees", program.get("/api/employees"));
        fits("get", "/api/case-types", program.get("/api/case-types"));
        fits("get", "/api/problems", program.get("/api/problems"));
        fits("get", "/api/cases/{id}", program.get("/api/cases/" + scene.party()));
        fits("post", "/api/cases", program.post("/api/cases", "{}"));
        assertThat(text(opened, "number")).startsWith("Z-");
    }

    /** The answer has nothing that was not described, and everything in the form described. */
    private void fits(String method, String path, Browser.Answer answer) {
        JsonNode responses = described.path("paths").path(path).path(method).path("responses");
        String status = String.valueOf(answer.status());
        JsonNode content =
                responses.path(responses.has(status) ? status : "default").path("content");
        JsonNode schema = content.values().iterator().next().path("schema");
        ObjectNode whole = JSON.createObjectNode();
        whole.set("$ref", schema.path("$ref"));
        whole.set("components", closed());

        var errors =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(json(answer));

        assertThat(schema.path("$ref").asString("")).as(path).isNotEmpty();
        assertThat(errors).as(method + " " + path + " " + answer.body()).isEmpty();
    }

    private JsonNode closed() {
        JsonNode components = described.path("components").deepCopy();
        for (JsonNode schema : components.path("schemas").values()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        return components;
    }
}
