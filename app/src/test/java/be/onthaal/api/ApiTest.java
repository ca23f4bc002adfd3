// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import static be.onthaal.api.Program.json;
import static be.onthaal.api.Program.text;
import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.access.MachineTokens;
import be.onthaal.access.Permission;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(ApiFixtures.class)
class ApiTest {

    @Autowired ApiFixtures fixtures;
    @Autowired MachineTokens tokens;
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
    void aProgramLearnsWhatItMayDo() {
        Browser.Answer me = program.get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(text(me, "kind")).isEqualTo("MACHINE");
        assertThat(json(me).path("permissions").toString()).contains("CASE_HANDLE");
    }

    @Test
    void aCaseGoesItsWholeWay() {
        Browser.Answer opened = program.post("/api/cases", scene.openCase("Een reispas"));
        assertThat(opened.status()).isEqualTo(201);
        String place = opened.headers().get("location");
        Browser.Answer read = program.get(place);
        assertThat(text(read, "number")).isEqualTo(text(opened, "number"));
        assertThat(json(read).path("customer").path("name").asString())
                .isEqualTo("Fatima El Amrani");

        Browser.Answer noted = program.post(place + "/notes", "{\"text\":\"Gebeld.\"}");
        for (var task : json(read).path("tasks")) {
            String done = place + "/tasks/" + task.path("id").asString() + "/done";
            assertThat(program.post(done, "").status()).isEqualTo(200);
        }
        String tag = program.get(place).headers().get("etag");
        Browser.Answer closed =
                program.post(place + "/close", "{\"result\":\"answered\"}", "If-Match", tag);
        Browser.Answer again =
                program.post(place + "/reopen", "{\"reason\":\"Er kwam een vraag bij.\"}");

        assertThat(noted.status()).isEqualTo(200);
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(text(closed, "status")).isEqualTo("CLOSED");
        assertThat(text(again, "status")).isEqualTo("OPEN");
        assertThat(program.get(place + "/timeline").body()).contains("cases.reopened");
    }

    @Test
    void twoCasesAboutTheSameAreMergedAndPartedAgain() {
        String gone = program.post("/api/cases", scene.openCase("Tegel")).headers().get("location");
        Browser.Answer other = program.post("/api/cases", scene.openCase("Tegel, opnieuw"));
        String with = "{\"into\":\"%s\"}".formatted(text(other, "id"));
        String why = "{\"into\":\"%s\",\"reason\":\"Dubbel\"}".formatted(text(other, "id"));
        String tag = program.get(gone).headers().get("etag");

        Browser.Answer preview = program.post(gone + "/merge/preview", with);
        Browser.Answer merged = program.post(gone + "/merge", why, "If-Match", tag);

        assertThat(json(preview).path("stays").path("number").asString())
                .isEqualTo(text(other, "number"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(text(merged, "status")).isEqualTo("CLOSED");
        assertThat(json(program.get(gone)).path("mergedInto").path("id").asString())
                .isEqualTo(text(other, "id"));
        assertThat(json(program.get(other.headers().get("location"))).path("merged").size())
                .isEqualTo(1);
        assertThat(text(program.post(gone + "/merge/undo", ""), "status")).isEqualTo("OPEN");
    }

    @Test
    void whoDoesNotSayWhatHeSawIsAskedAndWhoWasTooLateIsTold() {
        String place =
                program.post("/api/cases", scene.openCase("Te laat")).headers().get("location");

        Browser.Answer silent = program.post(place + "/close", "{\"result\":\"answered\"}");
        Browser.Answer late =
                program.post(place + "/close", "{\"result\":\"answered\"}", "If-Match", "\"7\"");
        Browser.Answer odd =
                program.post(place + "/close", "{\"result\":\"answered\"}", "If-Match", "*");

        assertThat(silent.status()).isEqualTo(428);
        assertThat(text(silent, "code")).isEqualTo("api.match-missing");
        assertThat(late.status()).isEqualTo(412);
        assertThat(text(late, "code")).isEqualTo("cases.changed");
        assertThat(odd.status()).isEqualTo(400);
    }

    @Test
    void aCaseIsGivenToAColleagueAsItWasSeen() {
        String place =
                program.post("/api/cases", scene.openCase("Voor Els")).headers().get("location");
        String body = "{\"handler\":\"%s\"}".formatted(scene.handler().employee().orElseThrow());
        String tag = program.get(place).headers().get("etag");

        Browser.Answer given = program.post(place + "/assign", body, "If-Match", tag);
        Browser.Answer late = program.post(place + "/assign", body, "If-Match", tag);
        Browser.Answer taken = program.post(place + "/take", "");

        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(412);
        assertThat(text(taken, "code")).isEqualTo("cases.not-an-employee");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        String place = "/api/parties/" + scene.party();
        Browser.Answer first = program.get(place);

        Browser.Answer second = program.get(place, "If-None-Match", first.headers().get("etag"));
        program.post(place + "/contact-points", "{\"kind\":\"PHONE\",\"value\":\"03 444 55 66\"}");
        Browser.Answer third = program.get(place, "If-None-Match", first.headers().get("etag"));

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(third.status()).isEqualTo(200);
    }

    @Test
    void aViewIsInTheLogWithThePurposeOfPrograms() {
        program.get("/api/parties/" + scene.party());
        program.get("/api/parties?q=Fatima");
        String place =
                program.post("/api/cases", scene.openCase("Logboek")).headers().get("location");
        program.get(place);
        program.get("/api/cases");

        assertThat(
                        owner.column(
                                "select action || ' ' || purpose || ' ' || channel from audit.event"
                                        + " where kind = 'CONSULTATION' and parties @> array['%s'::uuid]"
                                                .formatted(scene.party())
                                        + " order by at"))
                .containsExactly(
                        "party.consulted MACHINE API",
                        "api.customers-searched MACHINE API",
                        "cases.consulted MACHINE API",
                        "api.cases-listed MACHINE API");
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            program.post("/api/cases", scene.openCase("Zaak " + i));
        }

        Browser.Answer first = program.get("/api/cases?size=2");
        Browser.Answer second = program.get("/api/cases?size=2&page=2");

        assertThat(json(first).path("items")).hasSize(2);
        assertThat(text(first, "total")).isEqualTo("3");
        assertThat(first.headers().get("link"))
                .contains("</api/cases?size=2&page=2>; rel=\"next\"")
                .doesNotContain("prev");
        assertThat(json(second).path("items")).hasSize(1);
        assertThat(second.headers().get("link")).contains("rel=\"prev\"").doesNotContain("next");
        assertThat(program.get("/api/cases?size=501").status()).isEqualTo(400);
        assertThat(program.get("/api/cases?size=0").status()).isEqualTo(400);
        assertThat(program.get("/api/cases?page=-1").status()).isEqualTo(400);
        assertThat(program.get("/api/cases?page=2147483647").status()).isEqualTo(200);
    }

    @Test
    void postAndContactsAreTakenIn() {
        Browser.Answer entry =
                program.post(
                        "/api/post",
                        "{\"channel\":\"POST\",\"subject\":\"Brief\",\"correspondent\":\"Fatima\",\"unit\":\"%s\",\"party\":\"%s\"}"
                                .formatted(scene.here().unit(), scene.party()));
        Browser.Answer contact =
                program.post(
                        "/api/contacts",
                        "{\"channel\":\"PHONE\",\"unit\":\"%s\",\"party\":\"%s\",\"startedAt\":\"2026-11-20T09:00:00Z\",\"questions\":[{\"subject\":\"Reispas\",\"outcome\":\"ANSWERED\"}]}"
                                .formatted(scene.here().unit(), scene.party()));

        assertThat(entry.status()).as(entry.body()).isEqualTo(201);
        assertThat(contact.status()).as(contact.body()).isEqualTo(201);
        assertThat(program.get("/api/post").body()).contains(text(entry, "number"));
        assertThat(program.get(entry.headers().get("location")).status()).isEqualTo(200);
        assertThat(program.get(contact.headers().get("location")).body()).contains("Reispas");
        assertThat(program.get("/api/parties/" + scene.party() + "/contacts").body())
                .contains("Reispas");
    }

    @Test
    void aTokenThatIsTakenBackStopsAtOnceAndOneThatEndsEnds() {
        Program other = fixtures.program(port, scene.here(), Set.of(Permission.CASE_VIEW));
        assertThat(other.get("/api/cases").status()).isEqualTo(200);

        Callers.run(
                scene.here().administrator(),
                () -> tokens.list().forEach(machine -> tokens.revoke(machine.id())));

        assertThat(other.get("/api/cases").status()).isEqualTo(401);
        Program last = fixtures.program(port, scene.here());
        ((MovableClock) clock).advance(Duration.ofDays(31));
        assertThat(last.get("/api/me").status()).isEqualTo(401);
        assertThat(
                        owner.column(
                                "select action from audit.event where authority_id = '%s' and subject_kind = 'MACHINE_TOKEN' order by at"
                                        .formatted(scene.here().authority().id())))
                .contains("access.token-issued", "access.token-revoked");
    }

    @Test
    void figuresAreForTheMachineItselfAndHealthForAll() {
        Browser nobody = Browser.of(port);
        Map<String, String> through = Map.of("X-Forwarded-For", "203.0.113.7");

        assertThat(nobody.get("/actuator/health").body()).contains("UP");
        assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(nobody.send("GET", "/actuator/health", through, new byte[0]).status())
                .isEqualTo(200);
        assertThat(nobody.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(nobody.send("GET", "/actuator/prometheus", through, new byte[0]).status())
                .isEqualTo(404);
    }
}
