// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Entrusted;
import be.onthaal.access.Sessions;
import be.onthaal.common.Channel;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Token;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class CaseAccessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired TownFixtures towns;
    @Autowired Cases cases;
    @Autowired CaseAccess access;
    @Autowired CaseTypes types;
    @Autowired Sessions sessions;
    @Autowired Employees employees;
    @Autowired Units units;
    @Autowired Parts parts;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller chief;
    private Caller jan;
    private Caller watcher;
    private Token browser;

    @BeforeEach
    void foundTown() {
        ((MovableClock) clock).set(NOW);
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        chief = towns.person(here, StandardRole.COORDINATOR);
        watcher = towns.person(here, StandardRole.PRIVACY_OFFICER);
        var elsewhere =
                Callers.as(here.administrator(), () -> units.open("Sport", Optional.empty()).id());
        jan = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(elsewhere));
        browser = signIn(jan);
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void whoIsNamedOnACaseSeesAndHandlesItAtHisNextClickAndNothingElse() {
        CaseFile secret = opened();
        CaseFile another = opened();
        assertThat(sees(secret)).isFalse();

        Callers.run(chief, () -> name(secret, Optional.empty()));

        assertThat(sees(secret)).isTrue();
        assertThat(sees(another)).isFalse();
        Callers.run(afresh(), () -> cases.addNote(secret.id(), "Ik keek mee."));
        assertThat(Callers.as(afresh(), () -> cases.findByNumber(secret.number()))).isPresent();
        assertThat(listed()).containsExactly(secret.number().display());
        assertThat(people(secret)).extracting(Entrusted::person).containsExactly(jan.name());
    }

    @Test
    void whoIsTakenOffSeesItNoMore() {
        CaseFile secret = opened();
        Callers.run(chief, () -> name(secret, Optional.empty()));
        assertThat(sees(secret)).isTrue();

        Callers.run(chief, () -> access.end(secret.id(), people(secret).getFirst().id()));

        assertThat(sees(secret)).isFalse();
        assertThat(listed()).isEmpty();
        assertThat(people(secret)).isEmpty();
    }

    @Test
    void whoIsNamedUntilADaySeesItUntilMidnight() {
        CaseFile secret = opened();
        Callers.run(chief, () -> name(secret, Optional.of(LocalDate.of(2026, 3, 2))));

        ((MovableClock) clock).set(Instant.parse("2026-03-02T22:59:59Z"));
        browser = signIn(jan);
        assertThat(sees(secret)).isTrue();
        ((MovableClock) clock).set(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(sees(secret)).isFalse();
    }

    @Test
    void onlyWhoHandlesItOrSpreadsItsWorkNamesPeople() {
        CaseFile secret = opened();
        Callers.run(chief, () -> name(secret, Optional.empty()));
        refused(
                "cases.name-right",
                () -> Callers.run(afresh(), () -> name(secret, Optional.empty())));
        refused(
                "cases.named-past",
                () ->
                        Callers.run(
                                chief, () -> name(secret, Optional.of(LocalDate.of(2026, 3, 1)))));
        refused(
                "access.reason-missing",
                () ->
                        Callers.run(
                                chief,
                                () ->
                                        access.name(
                                                secret.id(),
                                                employee(jan),
                                                "  ",
                                                Optional.empty())));
    }

    @Test
    void anEmergencyShowsACaseForSomeHoursAndIsReviewedBySomebodyElse() {
        CaseFile secret = opened();
        Callers.run(
                afresh(),
                () -> access.openInEmergency(secret.number().display(), "Huurder aan de deur"));

        assertThat(sees(secret)).isTrue();
        Entrusted opened = Callers.as(watcher, access::emergencies).getFirst();
        assertThat(opened.person()).isEqualTo(jan.name());
        assertThat(opened.reason()).isEqualTo("Huurder aan de deur");
        refused(
                "access.reason-missing",
                () -> Callers.run(watcher, () -> access.review(opened.id(), false, "")));
        Callers.run(watcher, () -> access.review(opened.id(), true, ""));
        refused(
                "access.reviewed",
                () -> Callers.run(watcher, () -> access.review(opened.id(), true, "")));
        assertThat(Callers.as(watcher, access::emergencies).getFirst().review())
                .hasValueSatisfying(review -> assertThat(review.justified()).isTrue());

        ((MovableClock) clock).set(NOW.plus(CaseAccess.EMERGENCY).minus(Duration.ofSeconds(1)));
        browser = signIn(jan);
        assertThat(sees(secret)).isTrue();
        ((MovableClock) clock).set(NOW.plus(CaseAccess.EMERGENCY).plusSeconds(60));
        assertThat(sees(secret)).isFalse();
    }

    @Test
    void anEmergencyNeedsAReasonAndARight() {
        CaseFile secret = opened();
        String number = secret.number().display();
        refused(
                "access.reason-missing",
                () -> Callers.run(afresh(), () -> access.openInEmergency(number, " ")));
        refused(
                "cases.number-unreadable",
                () -> Callers.run(afresh(), () -> access.openInEmergency("12", "Nood")));
        assertThat(sees(secret)).isFalse();
        Caller clerk = towns.person(here, StandardRole.POST_CLERK);
        assertThatThrownBy(() -> Callers.run(clerk, () -> access.openInEmergency(number, "Nood")))
                .isInstanceOf(OnthaalException.class);
    }

    @Test
    void aCaseOfAnotherAuthorityDoesNotExistInAnEmergencyEither() {
        TestAuthority there = towns.found().municipality();
        Callers.run(there.administrator(), types::installStandard);
        Caller stranger = towns.person(there, StandardRole.COORDINATOR);
        CaseFile secret = opened();
        assertThatThrownBy(() ->
                        Callers.run(
                                stranger,
                                () -> access.openInEmergency(secret.number().display(), "Nood")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCaseThatHeSeesAnywayNeedsNoEmergency() {
        CaseFile secret = opened();
        Callers.run(chief, () -> access.openInEmergency(secret.number().display(), "Nood"));
        assertThat(Callers.as(watcher, access::emergencies)).isEmpty();
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

    private void name(CaseFile file, Optional<LocalDate> until) {
        access.name(file.id(), employee(jan), "Kent het gezin", until);
    }

    private boolean sees(CaseFile file) {
        try {
            Callers.run(afresh(), () -> cases.get(file.id()));
            return true;
        } catch (NotFound unseen) {
            return false;
        }
    }

    private List<String> listed() {
        return Callers.as(
                afresh(),
                () ->
                        cases
                                .list(CaseFilter.of(CaseFilter.View.ALL_OPEN), PageRequest.first())
                                .rows()
                                .stream()
                                .map(line -> line.number().display())
                                .toList());
    }

    private List<Entrusted> people(CaseFile file) {
        return Callers.as(chief, () -> parts.answer(access.partOf(file.id())));
    }

    private static EmployeeId employee(Caller who) {
        return new EmployeeId(who.employee().orElseThrow());
    }

    /** Signs a person in on a browser of his own. */
    private Token signIn(Caller who) {
        String login =
                Callers.as(
                        here.administrator(), () -> employees.get(employee(who)).email().value());
        return Callers.as(Caller.signingIn(), () -> sessions.signInForDemo(login)).token();
    }

    /** Jan as his browser makes him known at the next click. */
    private Caller afresh() {
        return Callers.as(Caller.signingIn(), () -> sessions.resume(browser))
                .orElseThrow()
                .caller();
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOf(OnthaalException.class)
                .extracting(failure -> ((OnthaalException) failure).code())
                .isEqualTo(code);
    }
}
