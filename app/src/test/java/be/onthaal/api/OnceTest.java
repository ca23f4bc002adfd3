// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What is asked under a key happens once, however often and at whatever moment it is asked. */
@OnthaalTest
@Import(ApiFixtures.class)
class OnceTest {

    private static final String KEY = "Idempotency-Key";

    @Autowired ApiFixtures fixtures;
    @Autowired OnceAnswers answers;
    @Autowired AsOwner owner;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private ApiFixtures.Scene scene;
    private Program program;

    @BeforeEach
    void letIn() {
        scene = fixtures.scene();
        program = fixtures.program(port, scene.here());
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndDoneOnce() {
        Browser.Answer first = program.post("/api/cases", scene.openCase("Eens"), KEY, "a1");
        Browser.Answer second = program.post("/api/cases", scene.openCase("Eens"), KEY, "a1");

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().get("location")).isEqualTo(first.headers().get("location"));
        assertThat(second.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void manyAtOnceMakeOneCase() throws InterruptedException {
        Callable<Browser.Answer> ask =
                () -> program.post("/api/cases", scene.openCase("Samen"), KEY, "race");

        List<Object> answers = Together.run(Collections.nCopies(8, ask));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(((Browser.Answer) answer).status()).isEqualTo(201))
                .extracting(answer -> text((Browser.Answer) answer, "id"))
                .containsOnly(text((Browser.Answer) answers.getFirst(), "id"));
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void aKeyIsForOneRequest() {
        program.post("/api/cases", scene.openCase("Eerst"), KEY, "k");

        Browser.Answer other = program.post("/api/cases", scene.openCase("Dan"), KEY, "k");
        Browser.Answer odd =
                program.post("/api/cases", scene.openCase("Dan"), KEY, "x".repeat(201));

        assertThat(other.status()).isEqualTo(422);
        assertThat(text(other, "code")).isEqualTo("api.key-used");
        assertThat(odd.status()).isEqualTo(400);
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedCanBeAskedAgainUnderItsKey() {
        String strange = scene.openCase("Weg").replace("information-question", "bestaat-niet");
        assertThat(program.post("/api/cases", strange, KEY, "k").status()).isEqualTo(404);

        assertThat(program.post("/api/cases", scene.openCase("Weg"), KEY, "k").status())
                .isEqualTo(201);
    }

    @Test
    void programsAndAuthoritiesHaveKeysOfTheirOwn() {
        Program colleague = fixtures.program(port, scene.here());
        ApiFixtures.Scene elsewhere = fixtures.scene();
        Program stranger = fixtures.program(port, elsewhere.here());

        Browser.Answer one = program.post("/api/cases", scene.openCase("A"), KEY, "zelfde");
        Browser.Answer two = colleague.post("/api/cases", scene.openCase("A"), KEY, "zelfde");
        Browser.Answer three = stranger.post("/api/cases", elsewhere.openCase("A"), KEY, "zelfde");

        assertThat(List.of(one.status(), two.status(), three.status())).containsOnly(201);
        assertThat(text(one, "id")).isNotEqualTo(text(two, "id"));
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void afterTwoDaysTheKeyIsForgotten() {
        program.post("/api/cases", scene.openCase("Oud"), KEY, "oud");
        ((MovableClock) clock).advance(Duration.ofHours(47));
        Callers.as(scene.here().service(), answers::forget);
        assertThat(keys()).isEqualTo(1);

        ((MovableClock) clock).advance(Duration.ofHours(2));
        Callers.as(scene.here().service(), answers::forget);

        assertThat(keys()).isZero();
    }

    private int cases() {
        return count("cases.case_file");
    }

    private int keys() {
        return count("api.idempotent_answer");
    }

    private int count(String table) {
        return Integer.parseInt(
                owner.column(
                                "select count(*) from %s where authority_id = '%s'"
                                        .formatted(table, scene.here().authority().id()))
                        .getFirst());
    }
}
