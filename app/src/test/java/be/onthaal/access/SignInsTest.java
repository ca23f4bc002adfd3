// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnthaalTest
class SignInsTest {

    private static final String PASSWORD = "een lang wachtwoord";
    private static final String WRONG = "een ander wachtwoord";
    private static final String TOGETHER = "horen niet samen";

    @Autowired TownFixtures towns;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private TestAuthority here;
    private AccountId account;
    private String login;
    private Visitor visitor;

    @BeforeEach
    void aColleagueHasAPassword() {
        here = towns.found().municipality();
        account = towns.person(here, StandardRole.COORDINATOR).account();
        login = login(account);
        towns.password(account, PASSWORD);
        visitor = new Visitor(port);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void comingInIsInTheLogOfTheAuthority() {
        assertThat(enter(login, PASSWORD).path()).isEqualTo("/zaken");

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(log())
                .containsExactly("access.signed-in ACTION PASSWORD " + account + " " + account);
    }

    @Test
    void aWrongPasswordIsInTheLogToo() {
        Visitor.Answer answer = enter(login, WRONG);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(TOGETHER);
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(log())
                .containsExactly(
                        "access.sign-in-refused REFUSAL PASSWORD %s %s"
                                .formatted(account, new UUID(0, 0)));
    }

    @Test
    void theEighthWrongPasswordClosesTheAccountForTenMinutes() {
        for (int attempt = 0; attempt < 8; attempt++) {
            enter(login, WRONG);
        }

        assertThat(enter(login, PASSWORD).body()).contains(TOGETHER);
        clock.advance(Duration.ofMinutes(9));
        assertThat(enter(login, PASSWORD).status()).isEqualTo(422);
        clock.advance(Duration.ofMinutes(2));
        assertThat(enter(login, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void theRightPasswordForgivesTheWrongOnes() {
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(enter(login, attempt % 4 == 3 ? PASSWORD : WRONG).status())
                    .isEqualTo(attempt % 4 == 3 ? 303 : 422);
        }
    }

    @Test
    void manyAtOnceGetNoMoreTriesThanManyInARow() throws Exception {
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int attempt = 0; attempt < 24; attempt++) {
            String tried = WRONG + attempt;
            tries.add(() ->
                    new Visitor(port)
                            .post("/aanmelden", Map.of("login", login, "password", tried))
                            .status());
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : executor.invokeAll(tries)) {
                assertThat(answer.get()).isEqualTo(422);
            }
        }

        assertThat(
                        owner.column(
                                "select detail->>'reason' from audit.event where authority_id = '%s' and action = 'access.sign-in-refused' and detail->>'reason' = 'access.sign-in'"
                                        .formatted(here.authority().id())))
                .hasSize(8);
    }

    @Test
    void anUnknownLoginIsToldTheSameInTheSameTime() {
        var person = new Visitor(port);
        enter(login, WRONG);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        String text = "";
        for (int round = 0; round < 7; round++) {
            known.add(time(() -> enter(login, WRONG)));
            String nobody = "niemand" + round + "@voorbeeld.be";
            unknown.add(time(() -> enter(nobody, WRONG)));
            text = enter("iemand@voorbeeld.be", WRONG).body();
        }

        assertThat(text).isEqualTo(enter(login, WRONG).body()).contains(TOGETHER);
        assertThat(person.isSignedIn()).isFalse();
        assertThat((double) median(unknown) / median(known)).isBetween(0.6, 1.6);
    }

    @Test
    void whoLeftOrHasNoPasswordStaysOut() {
        owner.execute(
                "update access.account set state = 'LEFT' where id = '%s'".formatted(account));
        assertThat(enter(login, PASSWORD).status()).isEqualTo(422);
        var other = towns.person(here, StandardRole.READER).account();
        assertThat(enter(login(other), "").status()).isEqualTo(422);
        assertThat(enter(login(other), WRONG).status()).isEqualTo(422);
    }

    @Test
    void withoutAProviderThereIsNoButtonAndNoWay() {
        assertThat(visitor.get("/aanmelden").body()).doesNotContain("Toegang (ACM/IDM)");
        assertThat(visitor.get("/aanmelden/toegang").status()).isEqualTo(404);
        assertThat(visitor.get("/aanmelden/toegang/terug?code=x&state=y").status()).isEqualTo(422);
    }

    private Visitor.Answer enter(String who, String password) {
        return visitor.post(
                "/aanmelden", Map.of("login", who, "password", password, "naar", "/zaken"));
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private String login(AccountId who) {
        return owner.column("select login from access.account where id = '%s'".formatted(who))
                .getFirst();
    }

    private List<String> log() {
        return owner.column(
                "select concat_ws(' ', action, kind, detail->>'way', subject_id, actor) from audit.event where authority_id = '%s' and action like 'access.sign%%'"
                        .formatted(here.authority().id()));
    }
}
