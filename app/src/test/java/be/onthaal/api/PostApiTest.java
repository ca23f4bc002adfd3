// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What programs do with entries of the register is what pages do with them. */
@OnthaalTest
@Import(ApiFixtures.class)
class PostApiTest {

    @Autowired ApiFixtures fixtures;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;

    @BeforeEach
    void letIn() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
    }

    @Test
    void whatCameInTellsTheCaseThatTheCustomerAnsweredAndOnlyOnce() {
        String file = text(program.post("/api/cases", scene.openCase("Reispas")), "id");
        String body = "{\"caseId\":\"%s\"}".formatted(file);
        String in = registered("IN");
        String out = registered("OUT");

        Browser.Answer brought = program.post(out + "/case", body);
        assertThat(brought.status()).as(brought.body()).isEqualTo(200);
        assertThat(answers()).containsExactly("0");

        program.post(in + "/case", body);
        program.post(in + "/case", body);
        assertThat(answers()).containsExactly("1");
    }

    @Test
    void aPieceIsNotGivenToWhoLeft() {
        owner.execute(
                "update organisation.employee set left_on = current_date where id = '%s'"
                        .formatted(scene.handler().employee().orElseThrow()));

        Browser.Answer refused =
                program.post(
                        registered("IN") + "/assign",
                        "{\"handler\":\"%s\"}".formatted(scene.handler().employee().orElseThrow()));

        assertThat(text(refused, "code")).as(refused.body()).isEqualTo("post.handler-left");
    }

    private String registered(String direction) {
        Browser.Answer entry =
                program.post(
                        "/api/post",
                        "{\"direction\":\"%s\",\"channel\":\"POST\",\"subject\":\"Brief\",\"correspondent\":\"Fatima\",\"unit\":\"%s\"}"
                                .formatted(direction, scene.here().unit()));
        assertThat(entry.status()).as(entry.body()).isEqualTo(201);
        return entry.headers().get("location");
    }

    private List<String> answers() {
        return owner.column(
                "select count(*) from audit.event where action = 'cases.answer-received' and authority_id = '%s'"
                        .formatted(scene.here().authority().id()));
    }
}
