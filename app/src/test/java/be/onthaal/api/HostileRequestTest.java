// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.json;
import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Permission;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whatever is sent, the answer is a problem with a code and a sentence, and never our fault. */
@OnthaalTest
@Import(ApiFixtures.class)
class HostileRequestTest {

    @Autowired ApiFixtures fixtures;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;

    @BeforeEach
    void letIn() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
    }

    @Test
    void jsonThatIsNoneIsRefusedWithASentence() {
        String whole = scene.openCase("Iets");
        for (String body :
                List.of(
                        "",
                        "null",
                        "[]",
                        "\"tekst\"",
                        "{",
                        whole + whole,
                        "[".repeat(100_000),
                        "{\"a\":".repeat(5_000),
                        whole.replace("\"Iets\"", "NaN"),
                        whole.replace("\"Iets\"", "null"),
                        whole.replace("\"Iets\"", "12"),
                        whole.replace("\"Iets\"", "\"a\\u0000b\""),
                        whole.replace("\"Iets\"", "\"a\u0000b\""),
                        whole.replace("\"Iets\"", "\"Iets\",\"subject\":\"Nog iets\""),
                        whole.replace("\"Iets\"", "\"Iets\",\"vreemd\":1"),
                        whole.replace("\"Iets\"", "\"Iets\",\"channel\":\"DUIF\""),
                        whole.replace("\"Iets\"", "\"Iets\",\"channel\":0"),
                        whole.replace("\"Iets\"", "\"Iets\",\"receivedOn\":\"2026-02-30\""),
                        whole.replace("\"Iets\"", "\"Iets\",\"receivedOn\":1e400"),
                        whole.replace(scene.party().toString(), "geen-id"))) {
            String shown = body.substring(0, Math.min(80, body.length()));

            Browser.Answer answer = program.post("/api/cases", body);

            assertThat(answer.status()).as(shown).isEqualTo(400);
            assertProblem(answer, shown);
        }
    }

    @Test
    void filesOfWhoeverIsNotSignedInAreRefusedBeforeTheyAreRead() throws Exception {
        String parts =
                "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\nA\r\n--x--\r\n";
        for (String path : List.of("/vraag/proefdorp", "/aanmelden", "/zaken", "/api/cases")) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofString(parts))
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(415);
            }
        }
    }

    @Test
    void hugeTextsAreRefusedAndOddOnesKeptWhole() {
        Browser.Answer huge = program.post("/api/cases", scene.openCase("x".repeat(5_000_000)));
        Browser.Answer large = program.post("/api/cases", scene.openCase("x".repeat(100_000)));
        Browser.Answer odd = program.post("/api/cases", scene.openCase("\\ud800 \u202e 😀 %00"));

        assertThat(huge.status()).isEqualTo(413);
        assertProblem(huge, "5 MB");
        assertThat(large.status()).isEqualTo(422);
        assertProblem(large, "100 kB");
        assertThat(odd.status()).as(odd.body()).isEqualTo(201);
    }

    @Test
    void whatIsNamedAndDoesNotExistIsNotFoundOrUnfit() {
        String none = "00000000-0000-0000-0000-000000000001";
        String unit = scene.here().unit().toString();

        for (Browser.Answer answer :
                List.of(
                        program.get("/api/cases/" + none),
                        program.get("/api/parties/" + none + "/timeline"),
                        program.post("/api/cases", scene.openCase("A").replace(unit, none)),
                        program.post(
                                "/api/cases",
                                scene.openCase("A").replace(scene.party().toString(), none)),
                        program.post(
                                "/api/post",
                                "{\"channel\":\"POST\",\"subject\":\"A\",\"correspondent\":\"B\",\"unit\":\"%s\"}"
                                        .formatted(none)))) {
            assertThat(answer.status()).isIn(404, 422);
            assertProblem(answer, "unknown");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nergens, application/json, 404, web.page",
        "GET, /api/cases/geen-id, application/json, 400, web.bad-request",
        "DELETE, /api/cases, application/json, 405, web.method",
        "POST, /api/cases, text/plain, 415, web.media-type",
        "GET, /api/cases?view=DUIF, application/json, 400, web.bad-request",
        "GET, /api/parties, application/json, 400, web.bad-request"
    })
    void whatCannotBeAskedIsAProblemToo(
            String method, String path, String type, int status, String code) {
        Browser.Answer answer =
                program.line()
                        .send(
                                method,
                                path,
                                Map.of("Content-Type", type),
                                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer, "code")).isEqualTo(code);
        assertProblem(answer, path);
    }

    @Test
    void whoIsNobodyOrMayNotIsToldSo() {
        Browser.Answer nobody = new Program(Browser.of(port)).get("/api/cases");
        Browser.Answer powerless =
                fixtures.program(port, scene.here(), Set.of(Permission.CASE_VIEW))
                        .get("/api/parties?q=a");
        Browser.Answer picture = program.get("/api/cases", "Accept", "image/png");

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.headers()).containsEntry("www-authenticate", "Bearer");
        assertProblem(nobody, "nobody");
        assertThat(powerless.status()).isEqualTo(403);
        assertProblem(powerless, "powerless");
        assertThat(picture.status()).isEqualTo(406);
        assertProblem(picture, "picture");
    }

    @Test
    void whatIsRefusedBeforeAnybodyLooksIsAProblemToo() {
        Browser.Answer elsewhere =
                Browser.of(port)
                        .send(
                                "POST",
                                "/api/cases",
                                Map.of("Sec-Fetch-Site", "cross-site"),
                                new byte[0]);
        Browser.Answer odd = program.get("/api/cases;a=b");

        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(text(elsewhere, "code")).isEqualTo("web.other-site");
        assertProblem(elsewhere, "cross-site");
        assertThat(odd.status()).isEqualTo(400);
        assertProblem(odd, "odd");
    }

    @Test
    void everyCodeIsExplained() {
        Browser.Answer problems = new Program(Browser.of(port)).get("/api/problems");

        assertThat(problems.status()).isEqualTo(200);
        assertThat(problems.body())
                .contains("cases.changed", "api.key-used", "web.json-field")
                .doesNotContain("''");
    }

    private static void assertProblem(Browser.Answer answer, String about) {
        assertThat(answer.headers().get("content-type"))
                .as(about)
                .startsWith("application/problem+json");
        assertThat(text(answer, "detail")).as(about).isNotBlank().doesNotStartWith("[");
        assertThat(json(answer).path("status").asInt()).as(about).isEqualTo(answer.status());
        assertThat(text(answer, "request"))
                .as(about)
                .isEqualTo(answer.headers().get("onthaal-request"));
    }
}
