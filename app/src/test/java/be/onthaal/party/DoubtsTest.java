// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Merges that turn out wrong, and people who turn out to be one after all. */
@OnthaalTest
class DoubtsTest {

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Merges merges;
    @Autowired Doubts doubts;
    @Autowired MatchingNight night;
    @Autowired WaitingChanges changes;
    @Autowired AsOwner owner;

    private Town town;
    private Caller clerk;
    private PartyId jan;
    private PartyId other;

    @BeforeEach
    void twoProfiles() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.CASE_HANDLER);
        jan = registered("Jan Peeters");
        other = registered("J. Peeters");
    }

    @Test
    void aMergeThatNothingContradictsIsNotDoubted() {
        merge();
        state(jan, "1980-05-01", "EMPLOYEE");
        sleep();

        assertThat(waiting()).isEmpty();
    }

    @Test
    void whomTheRegisterGivesTwoDatesOfBirthAreProposedToBeParted() {
        Merge merge = merge();
        ownerStates(jan, "1980-05-01");
        ownerStates(other, "1991-12-24");
        sleep();

        assertThat(waiting())
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.why()).isEqualTo(Doubt.Why.TWO_BIRTH_DATES);
                    assertThat(doubt.merge().id()).isEqualTo(merge.id());
                });
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        assertThat(Callers.as(social, () -> doubts.waiting(10))).isEmpty();

        Callers.run(clerk, () -> merges.undo(merge.id(), "Twee mensen"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void twoNationalNumbersAreTwoPeople() {
        merge();
        ownerIdentifies(jan, "85073003328");
        ownerIdentifies(other, "40010100140");
        sleep();

        assertThat(waiting()).extracting(Doubt::why).containsExactly(Doubt.Why.TWO_NUMBERS);
    }

    @Test
    void whoLookedAndKeepsThemTogetherIsNotAskedAgainUntilSomethingElseIsFound() {
        Merge merge = merge();
        ownerStates(jan, "1980-05-01");
        ownerStates(other, "1991-12-24");
        sleep();

        Callers.run(clerk, () -> doubts.uphold(merge.id()));
        sleep();
        assertThat(waiting()).isEmpty();
        refused("party.doubt-settled", () -> doubts.uphold(merge.id()));

        ownerIdentifies(jan, "85073003328");
        ownerIdentifies(other, "40010100140");
        sleep();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void neverTheSameIsTakenBackWithAReasonAndThenTheyCanBeMerged() {
        Callers.run(clerk, () -> merges.neverSame(jan, other, "Vader en zoon"));
        refused("party.said-never-same", () -> merges.merge(jan, other, "Toch"));
        assertThat(Callers.as(clerk, () -> merges.saidNeverSame(10)))
                .singleElement()
                .satisfies(said -> {
                    assertThat(List.of(said.one(), said.other())).contains(jan, other);
                    assertThat(said.reason()).isEqualTo("Vader en zoon");
                });

        refused("party.reason-missing", () -> merges.takeBackNeverSame(jan, other, " "));
        Callers.run(clerk, () -> merges.takeBackNeverSame(other, jan, "Kaart gezien"));

        assertThat(Callers.as(clerk, () -> merges.saidNeverSame(10))).isEmpty();
        refused("party.never-same-gone", () -> merges.takeBackNeverSame(jan, other, "Nog eens"));
        assertThat(merge().state()).isEqualTo(Merge.State.MERGED);
        assertThat(
                        owner.column(
                                "select action from audit.event where authority_id = '%s'"
                                        .formatted(town.municipality().authority().id())))
                .contains("party.never-same-taken-back");
    }

    @Test
    void whatTheRegisterDoesNotTellIsSeenAndAskedAgain() {
        follow(jan, "FOLLOWED", "now()", "'REFUSED'");
        follow(other, "REFUSED", "null", "null");

        assertThat(changes())
                .extracting(change -> change.party().id(), WaitingChange::why)
                .containsExactlyInAnyOrder(
                        tuple(jan, WaitingChange.Why.NOT_TOLD),
                        tuple(other, WaitingChange.Why.NOT_FOLLOWED));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        assertThat(Callers.as(social, () -> changes.list(10))).isEmpty();

        Callers.run(clerk, () -> changes.again(jan));
        Callers.run(clerk, () -> changes.again(other));

        assertThat(
                        owner.column(
                                """
                                select state || ' ' || coalesce(renewal_tried_at::text, '')
                                from party.followed where authority_id = '%s' and party_id = '%s'
                                """
                                        .formatted(town.municipality().authority().id(), other)))
                .containsExactly("WANTED ");
        assertThat(changes()).extracting(change -> change.party().id()).containsExactly(jan);
        refused("party.change-kept", () -> changes.again(other));
    }

    private List<WaitingChange> changes() {
        return Callers.as(clerk, () -> changes.list(10));
    }

    private List<Doubt> waiting() {
        return Callers.as(clerk, () -> doubts.waiting(10));
    }

    private void sleep() {
        Callers.run(town.municipality().service(), night::run);
    }

    private Merge merge() {
        return Callers.as(clerk, () -> merges.merge(jan, other, "Zelfde persoon"));
    }

    private void state(PartyId id, String born, String source) {
        Callers.run(
                clerk,
                () -> parties.state(id, Detail.Kind.BIRTH_DATE, born, source, Optional.empty()));
    }

    /** As the register would, of a profile that is merged: what is said to one lands there. */
    private void ownerStates(PartyId id, String born) {
        owner.execute(
                """
                insert into party.detail (group_id, id, party_id, kind, value, source, trust, stated_at)
                select group_id, gen_random_uuid(), id, 'BIRTH_DATE', '%s', 'RIJKSREGISTER', 1, now()
                from party.profile where id = '%s'
                """
                        .formatted(born, id));
    }

    private void ownerIdentifies(PartyId id, String number) {
        owner.execute(
                """
                insert into party.identifier (group_id, scheme, value, party_id, source, stated_at)
                select group_id, 'NATIONAL_NUMBER', '%s', id, 'RIJKSREGISTER', now()
                from party.profile where id = '%s'
                """
                        .formatted(new NationalNumber(number).value(), id));
    }

    private void follow(PartyId id, String state, String tried, String problem) {
        owner.execute(
                """
                insert into party.followed (authority_id, party_id, group_id, state, since,
                    renewal_tried_at, renewal_problem)
                select '%s', id, group_id, '%s', now(), %s, %s from party.profile where id = '%s'
                """
                        .formatted(
                                town.municipality().authority().id(), state, tried, problem, id));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> Callers.run(clerk, work))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private PartyId registered(String name) {
        return Callers.as(
                clerk,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE)));
    }
}
