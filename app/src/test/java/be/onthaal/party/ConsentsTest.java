// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.database.Parts;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers agree to, and what colleagues are warned of. */
@OnthaalTest
class ConsentsTest {

    private static final ConsentPurpose NEWS = ConsentPurpose.NEWS;

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Consents consents;
    @Autowired SafetyFlags flags;
    @Autowired Merges merges;
    @Autowired Parts parts;
    @Autowired Clock clock;

    private Town town;
    private Caller host;
    private PartyId fatima;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        host = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        fatima = registered();
    }

    @Test
    void theLastWordCountsWhateverTheOrderInWhichItIsWrittenDown() {
        say(fatima, true, Duration.ofDays(2));
        say(fatima, false, Duration.ofDays(1));
        say(fatima, true, Duration.ofDays(3));

        assertThat(agrees(fatima)).contains(false);
    }

    @Test
    void whoNeverSaidAnythingAgreedToNothing() {
        assertThat(agrees(fatima)).isEmpty();
    }

    @Test
    void afterAMergeANoOfEitherSideWinsUntilTheCustomerSaysSomethingNew() {
        PartyId again = registered();
        say(fatima, false, Duration.ofDays(9));
        say(again, true, Duration.ofDays(1));

        Merge merge = Callers.as(host, () -> merges.merge(again, fatima, "Zelfde persoon"));
        assertThat(agrees(again)).contains(false);
        say(again, true, Duration.ZERO);
        assertThat(agrees(fatima)).contains(true);

        Callers.run(host, () -> merges.undo(merge.id(), "Toch niet"));
        assertThat(agrees(fatima)).contains(false);
        assertThat(agrees(again)).contains(true);
    }

    @Test
    void whatHeSaidToOneAuthorityHoldsForThatOneOnly() {
        Callers.run(town.ocmw().service(), () -> parties.meet(fatima));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        say(fatima, true, Duration.ofDays(1));

        assertThat(Callers.as(social, () -> consents.now(fatima, NEWS))).isEmpty();
    }

    @Test
    void aDayThatIsStillToComeAndAMissingProofAreRefused() {
        refused("party.consent-later", () -> say(fatima, true, Duration.ofDays(-1)));
        refused(
                "party.proof-missing",
                () ->
                        Callers.run(
                                host,
                                () ->
                                        consents.record(
                                                fatima, said(true, Duration.ofDays(1), " "))));
    }

    @Test
    void aWarningHoldsUntilItsDayAndForTheOwnAuthorityOnly() {
        Callers.run(town.ocmw().service(), () -> parties.meet(fatima));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        LocalDate today = LocalDate.ofInstant(clock.instant(), be.onthaal.common.Brussels.ZONE);

        Callers.run(host, () -> flags.warn(fatima, "Dreigde aan de balie", today.plusMonths(3)));

        List<SafetyFlag> here = warnings(host);
        assertThat(here).extracting(SafetyFlag::reason).containsExactly("Dreigde aan de balie");
        assertThat(warnings(social)).isEmpty();
        UUID flag = here.getFirst().id();
        refused("party.flag", () -> Callers.run(social, () -> flags.lift(fatima, flag)));
        Callers.run(host, () -> flags.lift(fatima, flag));
        assertThat(warnings(host)).isEmpty();
        refused(
                "party.flag-until",
                () -> Callers.run(host, () -> flags.warn(fatima, "Altijd", today.plusYears(9))));
    }

    private List<SafetyFlag> warnings(Caller caller) {
        return Callers.as(caller, () -> parts.answer(flags.partOf(parties.get(fatima))));
    }

    private Optional<Boolean> agrees(PartyId id) {
        return Callers.as(host, () -> consents.now(id, NEWS)).map(Consent::given);
    }

    private void say(PartyId id, boolean given, Duration ago) {
        Callers.run(host, () -> consents.record(id, said(given, ago, "Gezegd aan de balie")));
    }

    private Consents.Said said(boolean given, Duration ago, String proof) {
        return new Consents.Said(
                NEWS,
                given,
                new Consent.Text("proef", "Ik wil nieuws ontvangen."),
                Channel.DESK,
                proof,
                clock.instant().minus(ago));
    }

    private PartyId registered() {
        return Callers.as(
                host,
                () ->
                        parties.register(
                                NewParty.person("Fatima El Amrani", Optional.empty(), "EMPLOYEE")));
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
