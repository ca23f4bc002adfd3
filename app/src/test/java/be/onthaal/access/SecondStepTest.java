// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnthaalTest
class SecondStepTest {

    private static final String PASSWORD = "een lang wachtwoord";
    private static final String PAGE = "/instellingen/aanmelden";
    private static final String WRONG = "Deze code klopt niet";

    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Sessions sessions;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private TestAuthority here;
    private Caller colleague;
    private String login;
    private Visitor visitor;

    @BeforeEach
    void aColleagueSignsInWithAPassword() {
        here = towns.found().municipality();
        colleague = towns.person(here, StandardRole.CASE_HANDLER);
        login =
                owner.column(
                                "select login from access.account where id = '%s'"
                                        .formatted(colleague.account()))
                        .getFirst();
        towns.password(colleague.account(), PASSWORD);
        visitor = new Visitor(port);
        password(visitor);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void onceSwitchedOnACodeIsAskedAfterThePassword() {
        String secret = switchOn();
        var next = new Visitor(port);

        Visitor.Answer asked = password(next);

        assertThat(asked.path()).isEqualTo("/aanmelden/code?naar=%2Fzaken");
        assertThat(next.get("/aanmelden/code?naar=/zaken").body()).contains("Nog één stap");
        assertThat(next.isSignedIn()).isFalse();
        assertThat(code(next, fresh(secret)).path()).isEqualTo("/zaken");
        assertThat(next.isSignedIn()).isTrue();
        assertThat(log()).contains("access.second-step-on", "access.signed-in CODE");
    }

    @Test
    void aCodeIsTakenOnceAndNoOlderOneAfterIt() {
        String secret = switchOn();
        String code = fresh(secret);
        String older = Totp.at(secret, clock.instant().minusSeconds(30));
        var first = new Visitor(port);
        password(first);
        code(first, code);
        var second = new Visitor(port);
        password(second);

        assertThat(first.isSignedIn()).isTrue();
        assertThat(code(second, code).body()).contains(WRONG);
        assertThat(code(second, older).body()).contains(WRONG);
        assertThat(code(second, fresh(secret)).status()).isEqualTo(303);
    }

    @Test
    void whoGivesTheSameCodeAtOnceComesInOnce() throws Exception {
        String secret = switchOn();
        String code = fresh(secret);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int browser = 0; browser < 6; browser++) {
            var one = new Visitor(port);
            password(one);
            tries.add(() -> code(one, code).status());
        }

        List<Integer> answers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : executor.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnlyOnce(303);
    }

    @Test
    void wrongCodesCloseTheStepAndARightPasswordDoesNotOpenIt() {
        String secret = switchOn();
        for (int attempt = 0; attempt < 8; attempt++) {
            var guesser = new Visitor(port);
            password(guesser);
            assertThat(code(guesser, "000000").status()).isEqualTo(422);
        }
        var next = new Visitor(port);
        password(next);

        assertThat(code(next, fresh(secret)).body()).contains("Na te veel foute codes");
        clock.advance(Duration.ofMinutes(11));
        password(next);
        assertThat(code(next, fresh(secret)).status()).isEqualTo(303);
        assertThat(log()).contains("access.sign-in-refused CODE");
    }

    @Test
    void whoIsHalfwayHasFiveMinutes() {
        String secret = switchOn();
        var slow = new Visitor(port);
        password(slow);
        clock.advance(Duration.ofMinutes(6));

        assertThat(slow.get("/aanmelden/code").path()).isEqualTo("/aanmelden");
        assertThat(code(slow, fresh(secret)).body()).contains("langer dan vijf minuten");
        assertThat(code(new Visitor(port), fresh(secret)).status()).isEqualTo(422);
        assertThat(slow.isSignedIn()).isFalse();
    }

    @Test
    void aRecoveryCodeLetsInOnceAndNoneIsReadable() {
        visitor.post(PAGE + "/begin", Map.of());
        String secret = secret(visitor.get(PAGE).body());
        String shown = visitor.post(PAGE + "/aan", Map.of("code", fresh(secret))).body();
        Matcher codes = Pattern.compile("<code>([A-Z0-9]{5}-[A-Z0-9]{5})</code>").matcher(shown);
        List<String> recovery = codes.results().map(found -> found.group(1)).distinct().toList();
        var next = new Visitor(port);
        password(next);

        assertThat(recovery).hasSize(10);
        assertThat(visitor.get(PAGE).body()).doesNotContain(recovery.getFirst());
        assertThat(code(next, recovery.getFirst().toLowerCase(java.util.Locale.ROOT)).status())
                .isEqualTo(303);
        assertThat(next.get(PAGE).body()).contains("Herstelcodes over: 9");
        password(next);
        assertThat(code(next, recovery.getFirst()).body()).contains(WRONG);
        assertThat(log()).contains("access.signed-in RECOVERY_CODE");
        assertThat(owner.column("select secret from access.second_step")).doesNotContain(secret);
        assertThat(owner.column("select fingerprint from access.recovery_code"))
                .noneMatch(recovery::contains);
    }

    @Test
    void switchingOffNeedsACode() {
        String secret = switchOn();

        assertThat(visitor.post(PAGE + "/uit", Map.of("code", "000000")).body()).contains(WRONG);
        assertThat(visitor.post(PAGE + "/uit", Map.of()).body()).contains(WRONG);
        assertThat(visitor.post(PAGE + "/toch-niet", Map.of()).status()).isEqualTo(303);
        assertThat(password(new Visitor(port)).path()).startsWith("/aanmelden/code");
        assertThat(visitor.post(PAGE + "/uit", Map.of("code", fresh(secret))).status())
                .isEqualTo(303);
        assertThat(password(new Visitor(port)).path()).isEqualTo("/zaken");
        assertThat(log()).contains("access.second-step-off");
    }

    @Test
    void nothingIsAskedBeforeTheFirstCode() {
        visitor.post(PAGE + "/begin", Map.of());

        assertThat(visitor.post(PAGE + "/aan", Map.of("code", "123")).body()).contains(WRONG);
        assertThat(visitor.get(PAGE).body()).contains("<svg class=\"qr\"");
        assertThat(password(new Visitor(port)).path()).isEqualTo("/zaken");
        visitor.post(PAGE + "/toch-niet", Map.of());
        assertThat(visitor.get(PAGE).body()).contains("De tweede stap staat uit");
    }

    @Test
    void anAdministratorTakesItAwayForWhoLostHisTelephone() {
        switchOn();
        var id = new EmployeeId(colleague.employee().orElseThrow());
        boolean asked = Callers.as(here.administrator(), () -> employees.hasSecondStep(id));

        Callers.run(here.administrator(), () -> employees.resetSecondStep(id));

        assertThat(asked).isTrue();
        assertThat(password(new Visitor(port)).path()).isEqualTo("/zaken");
        assertThat(
                        owner.column(
                                "select action from audit.event where subject_id = '%s'"
                                        .formatted(id.value())))
                .contains("organisation.second-step-reset");
    }

    @Test
    void whoSignsInWithoutAPasswordNeedsNone() {
        Caller other = towns.person(here, StandardRole.READER);
        String mail =
                owner.column(
                                "select login from access.account where id = '%s'"
                                        .formatted(other.account()))
                        .getFirst();
        var browser = be.onthaal.testing.Browser.signedIn(port, sessions, mail);

        assertThat(browser.get(PAGE).body()).contains("geen tweede stap nodig");
        assertThat(browser.post(PAGE + "/begin", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post(PAGE + "/aan", Map.of("code", "123456")).status()).isEqualTo(422);
    }

    /** Gives the secret that was switched on. */
    private String switchOn() {
        visitor.post(PAGE + "/begin", Map.of());
        String secret = secret(visitor.get(PAGE).body());
        Visitor.Answer answer = visitor.post(PAGE + "/aan", Map.of("code", fresh(secret)));
        assertThat(answer.body()).contains("Bewaar deze herstelcodes nu");
        return secret;
    }

    /** A code that was not given before: the next thirty seconds. */
    private String fresh(String secret) {
        clock.advance(Duration.ofSeconds(30));
        return Totp.at(secret, clock.instant());
    }

    private static String secret(String page) {
        Matcher found = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).replace(" ", "");
    }

    private Visitor.Answer password(Visitor browser) {
        return browser.post(
                "/aanmelden", Map.of("login", login, "password", PASSWORD, "naar", "/zaken"));
    }

    private static Visitor.Answer code(Visitor browser, String code) {
        return browser.post("/aanmelden/code", Map.of("code", code, "naar", "/zaken"));
    }

    private List<String> log() {
        return owner.column(
                "select concat_ws(' ', action, detail->>'way') from audit.event where subject_id = '%s'"
                        .formatted(colleague.account()));
    }
}
