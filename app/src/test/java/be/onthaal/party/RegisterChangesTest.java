// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.Occasion;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the national register tells about the customers whom an authority took from it. */
@OnthaalTest
class RegisterChangesTest {

    private static final NationalNumber OTHER = new NationalNumber("40010100140");
    private static final NationalNumber NUMBER = new NationalNumber("85073003328");

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired RegisterFacts facts;
    @Autowired KnownParties known;
    @Autowired Followed followed;
    @Autowired Clock clock;
    @Autowired AsOwner owner;

    private final RememberedRegister register = new RememberedRegister();
    private Town town;
    private Caller host;
    private Caller night;
    private RegisterChanges changes;

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @BeforeEach
    void somebodyIsTakenFromTheRegister() {
        town = towns.found();
        host = towns.person(town.municipality(), StandardRole.CASE_HANDLER);
        night = Caller.service("nacht", town.municipality().authority());
        changes = new RegisterChanges(register, register, facts, followed, clock);
        register.holds(NUMBER, "Maes");
    }

    @Test
    void aCustomerIsRenewedWhenTheRegisterSaysThatHeChanged() {
        PartyId lies = taken();
        assertThat(hear()).isZero();

        register.holds(NUMBER, "Maes-Claes");

        assertThat(hear()).isEqualTo(1);
        assertThat(name(lies)).isEqualTo("Lies Maes-Claes");
        assertThat(Callers.as(host, () -> parties.get(lies)).details().history())
                .extracting(Detail::value)
                .contains("Maes");
        assertThat(hear()).isZero();
    }

    @Test
    void whatWasToldWhileTheRegisterWentAwayComesAgain() {
        PartyId lies = taken();
        hear();
        register.holds(NUMBER, "Maes-Claes");

        register.away = true;
        assertThat(hear()).isZero();
        assertThat(name(lies)).isEqualTo("Lies Maes");

        register.away = false;
        assertThat(hear()).isEqualTo(1);
        assertThat(name(lies)).isEqualTo("Lies Maes-Claes");
    }

    @Test
    void whoeverCouldNotBeFollowedYetIsFollowedLater() {
        taken();
        register.away = true;
        hear();
        assertThat(register.followed).isEmpty();

        register.away = false;
        hear();
        assertThat(register.followed).containsExactly(NUMBER);
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        taken();
        register.refuses = true;
        hear();

        register.refuses = false;
        hear();
        assertThat(register.followed).isEmpty();
    }

    @Test
    void whatTheRegisterRefusesToTellNowComesAgain() {
        PartyId lies = taken();
        hear();
        register.holds(NUMBER, "Maes-Claes");

        register.silent = true;
        assertThat(hear()).isZero();
        assertThat(name(lies)).isEqualTo("Lies Maes");

        register.silent = false;
        assertThat(hear()).as("it is not asked without end").isZero();
        ((MovableClock) clock).advance(Duration.ofHours(5));
        assertThat(hear()).isEqualTo(1);
        assertThat(name(lies)).isEqualTo("Lies Maes-Claes");
    }

    @Test
    void somebodyOfWhomNothingIsToldDoesNotHoldUpTheNext() {
        register.holds(OTHER, "Peeters");
        PartyId lies = taken();
        PartyId an = taken(OTHER, "An Peeters");
        hear();
        register.withheld.add(NUMBER);
        register.holds(NUMBER, "Maes-Claes");
        register.holds(OTHER, "Peeters-Claes");

        assertThat(hear()).isEqualTo(1);

        assertThat(name(lies)).isEqualTo("Lies Maes");
        assertThat(name(an)).endsWith("Peeters-Claes");
        assertThat(
                        owner.column(
                                "select renewal_problem from party.followed where party_id = '%s'"
                                        .formatted(lies)))
                .containsExactly("REFUSED");
    }

    @Test
    void aNumberThatWasReplacedIsKeptInSightAndNothingIsTakenOver() {
        PartyId lies = taken();
        hear();
        register.holds(NUMBER, "Iemand-Anders");
        register.successor = Optional.of(new NationalNumber("40010100140"));

        hear();

        assertThat(name(lies)).isEqualTo("Lies Maes");
        assertThat(
                        owner.column(
                                "select state from party.followed where party_id = '%s'"
                                        .formatted(lies)))
                .containsExactly("REPLACED");
        assertThat(
                        owner.column(
                                "select action from audit.event where action = 'party.number-replaced' and subject_id = '%s'"
                                        .formatted(lies)))
                .hasSize(1);
    }

    @Test
    void aReceiptThatTheRegisterForgotIsGivenOnce() {
        PartyId lies = taken();
        hear();
        Callers.run(night, () -> followed.keep("from another time"));
        register.holds(NUMBER, "Maes-Claes");

        assertThat(hear()).isZero();
        assertThat(hear()).isEqualTo(1);
        assertThat(name(lies)).isEqualTo("Lies Maes-Claes");
    }

    @Test
    void ofSomebodyWhomNobodyTookAnymoreNothingIsKept() {
        PartyId lies = taken();
        hear();
        Callers.as(host, () -> known.forget(lies));
        register.holds(NUMBER, "Maes-Claes");

        assertThat(hear()).isZero();
    }

    @Test
    void theSisterAuthorityHearsNothing() {
        taken();
        Caller sister = Caller.service("nacht", town.ocmw().authority());

        assertThat(Callers.as(sister, () -> followed.of(NUMBER))).isEmpty();
        assertThat(Callers.as(sister, () -> followed.wanted(10))).isEmpty();
    }

    private PartyId taken() {
        return taken(NUMBER, "Lies Maes");
    }

    private PartyId taken(NationalNumber number, String name) {
        return Callers.as(
                host,
                () -> {
                    PartyId id =
                            parties.register(
                                    new NewParty(
                                            Party.Kind.PERSON,
                                            name,
                                            Optional.empty(),
                                            Optional.empty(),
                                            "nl",
                                            "RIJKSREGISTER",
                                            NewParty.Identity.NONE.and(
                                                    Optional.of(number), "RIJKSREGISTER")));
                    var occasion = Occasion.of(Callers.current());
                    if (register.person(number, occasion)
                            instanceof
                            be.onthaal.party.register.Answer.Given<
                                            be.onthaal.party.register.RegisteredPerson>
                                    given) {
                        facts.take(id, given.data());
                    }
                    return id;
                });
    }

    private int hear() {
        return Callers.as(night, changes::run);
    }

    private String name(PartyId id) {
        return Callers.as(host, () -> parties.get(id)).name();
    }
}
