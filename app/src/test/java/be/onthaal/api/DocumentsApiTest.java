// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.json;
import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Documents as a program adds, reads and replaces them. */
@OnthaalTest
@Import(ApiFixtures.class)
class DocumentsApiTest {

    private static final String EDGE = "rand";
    private static final String FORM = "multipart/form-data; boundary=" + EDGE;

    @Autowired ApiFixtures fixtures;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;
    private String file;

    @BeforeEach
    void openACase() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
        file = program.post("/api/cases", scene.openCase("Verbouwing")).headers().get("location");
    }

    @Test
    void aDocumentIsAddedOnceReadReplacedAndDescribed() {
        String place = file + "/documents";
        Browser.Answer made = post(place, upload("plan.txt", "Het plan"), "Idempotency-Key", "a");
        assertThat(made.status()).isEqualTo(201);
        Browser.Answer again = post(place, upload("plan.txt", "Het plan"), "Idempotency-Key", "a");
        assertThat(again.headers().get("idempotency-replayed")).isEqualTo("true");
        assertThat(text(again, "id")).isEqualTo(text(made, "id"));
        assertThat(
                        text(
                                post(
                                        place,
                                        upload("plan.txt", "Iets anders"),
                                        "Idempotency-Key",
                                        "a"),
                                "code"))
                .isEqualTo("api.key-used");
        assertThat(json(program.get(place)).path("items").size()).isEqualTo(1);

        String document = made.headers().get("location");
        Browser.Answer read = program.get(document);
        assertThat(text(read, "title")).isEqualTo("Plan");
        assertThat(json(read).path("version").path("type").asString()).isEqualTo("text/plain");
        assertThat(program.get(document + "/versions/1/content").body()).isEqualTo("Het plan");

        String tag = read.headers().get("etag");
        String next = document + "/versions";
        assertThat(text(post(next, upload("b.txt", "Nieuw")), "code"))
                .isEqualTo("api.match-missing");
        assertThat(post(next, upload("b.txt", "Nieuw"), "If-Match", tag).status()).isEqualTo(200);
        assertThat(post(next, upload("c.txt", "Te laat"), "If-Match", tag).status()).isIn(409, 412);
        assertThat(json(program.get(next)).size()).isEqualTo(2);

        Browser.Answer described =
                program.post(
                        document + "/metadata",
                        "{\"title\":\"Definitief plan\",\"dated\":\"2026-11-20\",\"confidentiality\":\"INTERNAL\"}",
                        "If-Match",
                        program.get(document).headers().get("etag"));
        assertThat(described.status()).isEqualTo(200);
        assertThat(text(program.get(document), "title")).isEqualTo("Definitief plan");
        assertThat(text(post(place, new byte[0]), "code")).isNotEmpty();
    }

    private Browser.Answer post(String place, byte[] form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = FORM;
        return program.post(place, new String(form, java.nio.charset.StandardCharsets.UTF_8), all);
    }

    private static byte[] upload(String name, String text) {
        return """
        --rand\r
        Content-Disposition: form-data; name="title"\r
        \r
        Plan\r
        --rand\r
        Content-Disposition: form-data; name="files"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --rand--\r
        """
                .formatted(name, text)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
