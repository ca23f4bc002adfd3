// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.simulators.magda.Flaw;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.TownNumbers;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How long somebody waits, how often is asked, and when a service is left alone. */
@OnthaalTest
class PatienceTest {

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;

    private Magda magda;
    private Connector connector;
    private TestAuthority here;
    private Caller caller;

    @BeforeEach
    void aTownIsConnected() {
        owner.execute("delete from magda.circuit");
        magda = Magda.start(0);
        here = towns.found().municipality();
        caller = towns.person(here, StandardRole.FIRST_LINE);
        connector = Connector.to(magda, here.authority(), parts());
    }

    @AfterEach
    void close() {
        magda.close();
        clock.free();
        owner.execute("delete from magda.circuit");
    }

    private Connector.Parts parts() {
        return new Connector.Parts(ledger, authorities, clock);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "GATEWAY_DOWN", "FAULT", "CROWDED"})
    void whatPassesIsAskedAgain(Flaw flaw) {
        magda.flaw(flaw, 2);

        Answer<RegisteredPerson> answer = person(connector);

        assertThat(answer).isInstanceOf(Answer.Given.class);
        assertThat(magda.received()).hasSize(3);
        assertThat(column("attempts")).containsExactly("3");
        assertThat(references()).hasSize(1);
    }

    @Test
    void whatStaysWrongIsAskedThreeTimesAndNoMore() {
        magda.flaw(Flaw.CROWDED);

        Answer<RegisteredPerson> answer = person(connector);

        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(((Answer.Unavailable<RegisteredPerson>) answer).again()).isPresent();
        assertThat(answer.notices().getFirst().code()).isEqualTo("99995");
        assertThat(magda.received()).hasSize(3);
        assertThat(column("state")).containsExactly("FAILED");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "TRUNCATED", "WRONG_REFERENCE"})
    void whatIsWrongInItselfIsNotAskedAgain(Flaw flaw) {
        magda.flaw(flaw);

        person(connector);

        assertThat(magda.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "GATEWAY_DOWN", "CROWDED"})
    void whatChangesSomethingThereIsAskedOnce(Flaw flaw) {
        magda.flaw(flaw);
        var period = new PersonChanges.Period(LocalDate.of(2026, 1, 1), Optional.empty());

        Answer<Boolean> answer =
                Callers.as(
                        caller,
                        () ->
                                connector.changes.follow(
                                        TownNumbers.people().getFirst(),
                                        period,
                                        Occasion.of(Callers.current())));

        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(magda.received()).hasSize(1);
    }

    @Test
    void nobodyWaitsLongerThanAllAttemptsMayTake() {
        magda.delay(Duration.ofSeconds(10));
        long start = System.nanoTime();

        Answer<RegisteredPerson> answer = person(connector);

        assertThat(answer.notices().getFirst().code()).isEqualTo("time-out");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(6));
    }

    @Test
    void nobodyListensAndThatIsKnownAtOnce() {
        magda.close();

        Answer<RegisteredPerson> answer = person(connector);

        assertThat(answer.notices().getFirst().code()).isEqualTo("connect");
        assertThat(column("state")).containsExactly("UNANSWERED");
    }

    /** Two connectors stand for two processes: they share nothing but the database. */
    @Test
    void aServiceThatFailsIsLeftAloneByEveryProcessAndTriedByOne() {
        Connector one = broken();
        Connector other = broken();
        magda.flaw(Flaw.HTML);
        person(one);
        person(other);
        person(one);
        int asked = magda.received().size();

        Answer<RegisteredPerson> answer = person(other);

        assertThat(answer.notices().getFirst().code()).isEqualTo("left-alone");
        assertThat(magda.received()).hasSize(asked);
        assertThat(household(other)).isInstanceOf(Answer.Unavailable.class);
        assertThat(magda.received()).hasSize(asked + 1);

        clock.advance(Duration.ofSeconds(31));
        magda.delay(Duration.ofMillis(300));
        magda.mend();
        assertThat(person(one)).isInstanceOf(Answer.Given.class);
        assertThat(person(other)).isInstanceOf(Answer.Given.class);
    }

    @Test
    void afterThePauseOneQuestionGoesAndTheOthersWait() throws InterruptedException {
        Connector one = broken();
        Connector other = broken();
        magda.flaw(Flaw.HTML);
        for (int i = 0; i < 3; i++) {
            person(one);
        }
        clock.advance(Duration.ofSeconds(31));
        magda.mend();
        magda.delay(Duration.ofMillis(700));
        magda.forget();

        List<Object> answers =
                Together.run(
                        List.<Callable<Answer<RegisteredPerson>>>of(
                                () -> person(one), () -> person(other), () -> person(other)));

        assertThat(magda.received()).hasSize(1);
        assertThat(answers.stream().filter(Answer.Given.class::isInstance)).hasSize(1);
    }

    @Test
    void aTestThatFailsAgainLeavesTheServiceAloneForAnotherPause() {
        Connector one = broken();
        magda.flaw(Flaw.HTML);
        for (int i = 0; i < 3; i++) {
            person(one);
        }
        clock.advance(Duration.ofSeconds(31));
        person(one);
        magda.mend();

        assertThat(person(one).notices().getFirst().code()).isEqualTo("left-alone");
    }

    @Test
    void anErrorOfTheSourceIsAnAnswerAndLeavesTheServiceInUse() {
        Connector one = broken();
        NationalNumber gone = TownNumbers.of("UNAVAILABLE");

        for (int i = 0; i < 5; i++) {
            Answer<RegisteredPerson> answer = person(one, gone);
            assertThat(answer.notices().getFirst().code()).isEqualTo("99996");
        }

        assertThat(person(one)).isInstanceOf(Answer.Given.class);
    }

    private Connector broken() {
        MagdaSettings settings = Connector.settings(magda.endpoint(), here.authority());
        return Connector.with(
                Connector.with(settings, new MagdaSettings.Breaker(3, Duration.ofSeconds(30))),
                parts());
    }

    private Answer<RegisteredPerson> person(Connector with) {
        return person(with, TownNumbers.people().getFirst());
    }

    private Answer<RegisteredPerson> person(Connector with, NationalNumber whom) {
        return Callers.as(caller, () -> with.persons.person(whom, Occasion.of(Callers.current())));
    }

    private Answer<Household> household(Connector with) {
        return Callers.as(
                caller,
                () ->
                        with.persons.household(
                                TownNumbers.people().getFirst(), Occasion.of(Callers.current())));
    }

    private List<String> references() {
        return magda.received().stream()
                .flatMap(message -> XPaths.of(message).all("//Afzender/Referte").stream())
                .distinct()
                .toList();
    }

    private List<String> column(String name) {
        return owner.column(
                "select %s from magda.consultation where authority_id = '%s'"
                        .formatted(name, here.authority().id().value()));
    }
}
