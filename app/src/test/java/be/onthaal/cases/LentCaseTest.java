// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Sessions;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Token;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What was lent to somebody does not become his own. */
@OnthaalTest
class LentCaseTest {

    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired CaseAccess access;
    @Autowired CaseTypes types;
    @Autowired Sessions sessions;
    @Autowired Employees employees;
    @Autowired Units units;
    @Autowired TransactionOperations transactions;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller chief;
    private Caller jan;
    private UnitId elsewhere;
    private Token browser;
    private CaseFile secret;

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        chief = towns.person(here, StandardRole.COORDINATOR);
        elsewhere =
                Callers.as(here.administrator(), () -> units.open("Sport", Optional.empty()).id());
        jan = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(elsewhere));
        browser = signIn(jan);
        secret = opened();
    }

    @Test
    void anEmergencyIsNoWayToKeepACase() {
        Callers.run(
                afresh(),
                () -> access.openInEmergency(secret.number().display(), "Huurder aan de deur"));
        refused("cases.only-emergency", () -> cases.take(secret.id()));
        refused("cases.only-emergency", () -> cases.assign(secret.id(), employee(jan)));
        refused("cases.only-emergency", () -> cases.moveToUnit(secret.id(), elsewhere));
        refused("cases.only-emergency", () -> name(jan));
        Callers.run(afresh(), () -> cases.addNote(secret.id(), "Geholpen aan de balie."));
    }

    @Test
    void anEmergencyIsNoWayToDecideForWhoSpreadsWorkElsewhereEither() {
        Caller coordinator = towns.person(here, StandardRole.COORDINATOR, Optional.empty());
        browser = signIn(coordinator);
        Callers.run(
                afresh(),
                () -> access.openInEmergency(secret.number().display(), "Huurder aan de deur"));
        assertThat(Callers.as(afresh(), () -> access.decides(secret))).isFalse();
        refused("cases.only-emergency", () -> name(jan));
        refused("cases.only-emergency", () -> cases.assign(secret.id(), employee(chief)));
    }

    @Test
    void whoIsNamedWorksOnTheCaseAndDoesNotMakeItHisOwn() {
        Callers.run(chief, () -> name(jan));
        Callers.run(afresh(), () -> cases.take(secret.id()));
        refused("cases.name-self", () -> name(jan));
        refused("cases.only-named", () -> cases.moveToUnit(secret.id(), elsewhere));
        Callers.run(afresh(), () -> cases.addNote(secret.id(), "Opgevolgd."));
    }

    @Test
    void nobodyNamesHimself() {
        assertThatThrownBy(() -> Callers.run(chief, () -> name(chief)))
                .hasMessageContaining("cases.name-self");
    }

    @Test
    void whoLeavesGivesBackWhatWasEntrustedToHim() {
        Callers.run(chief, () -> name(jan));
        Callers.run(here.administrator(), () -> employees.leave(employee(jan)));
        assertThat(
                        owner.column(
                                "select ended_by from access.entrusted where thing = '%s' and ended_at is not null"
                                        .formatted(secret.id())))
                .containsExactly(here.administrator().name());
    }

    @Test
    void rightsThatChangeWhileASessionIsRenewedAreNotForgotten() throws Exception {
        owner.execute(
                "update access.session set standing_until = 'epoch' where account_id = '%s'"
                        .formatted(jan.actor()));
        var named = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> naming =
                    threads.submit(() ->
                            Callers.run(
                                    chief,
                                    () ->
                                            transactions.executeWithoutResult(status -> {
                                                name(jan);
                                                named.countDown();
                                                await(go);
                                            })));
            assertThat(named.await(30, TimeUnit.SECONDS)).isTrue();
            Future<Caller> renewing = threads.submit(this::afresh);
            for (int i = 0; i < 100 && !renewing.isDone() && nobodyWaits(); i++) {
                Thread.sleep(50);
            }
            go.countDown();
            naming.get(30, TimeUnit.SECONDS);
            assertThat(renewing.get(30, TimeUnit.SECONDS).rights().things())
                    .containsExactly(secret.id().value());
        }
        assertThat(afresh().rights().things()).containsExactly(secret.id().value());
    }

    private boolean nobodyWaits() {
        return owner.column("select pid from pg_locks where not granted").isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void name(Caller who) {
        access.name(secret.id(), employee(who), "Kent het gezin", Optional.empty());
    }

    private CaseFile opened() {
        return Callers.as(
                chief,
                () ->
                        cases.open(
                                new OpenCase(
                                        CaseTypes.INFORMATION_QUESTION,
                                        "Een gevoelige vraag",
                                        "",
                                        Optional.empty(),
                                        here.unit(),
                                        new OpenCase.Intake(
                                                Channel.DESK,
                                                LocalDate.of(2026, 3, 2),
                                                Optional.empty()),
                                        Optional.of(Confidentiality.SECRET))));
    }

    private static EmployeeId employee(Caller who) {
        return new EmployeeId(who.employee().orElseThrow());
    }

    private Token signIn(Caller who) {
        String login =
                Callers.as(
                        here.administrator(), () -> employees.get(employee(who)).email().value());
        return Callers.as(Caller.signingIn(), () -> sessions.signInForDemo(login)).token();
    }

    private Caller afresh() {
        return Callers.as(Caller.signingIn(), () -> sessions.resume(browser))
                .orElseThrow()
                .caller();
    }

    private void refused(String code, Runnable step) {
        ThrowingCallable work = () -> Callers.run(afresh(), step);
        assertThatThrownBy(work).isInstanceOf(OnthaalException.class).hasMessage(code);
    }
}
