// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class MergesTest {

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Merges merges;
    @Autowired PartyFinder finder;
    @Autowired KnownParties known;
    @Autowired MatchingNight night;

    private Town town;
    private Caller clerk;
    private Caller colleague;
    private Caller social;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        colleague = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
    }

    @Test
    void twoProfilesOfOnePersonAreReadAsOneUnderBothAddresses() {
        PartyId fatima = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        PartyId again = registered(clerk, "F. Elamrani", "fa@werk.be");

        merge(fatima, again);

        Party one = get(clerk, fatima);
        Party other = get(clerk, again);
        assertThat(one.id()).isEqualTo(fatima);
        assertThat(other).isEqualTo(one);
        assertThat(one.members()).containsExactly(fatima, again);
        assertThat(one.contactPoints())
                .extracting(ContactPoint::value)
                .containsExactlyInAnyOrder("fatima@voorbeeld.be", "fa@werk.be");
        assertThat(find("fa@werk.be")).containsExactly(fatima);
    }

    @Test
    void aMergeThatIsTakenBackLeavesBothAsTheyWere() {
        PartyId fatima = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        PartyId again = registered(clerk, "F. Elamrani", "fa@werk.be");
        state(clerk, fatima, Detail.Kind.BIRTH_DATE, "12/05/1980");
        state(clerk, again, Detail.Kind.NATIONALITY, "Belg");
        Party one = get(clerk, fatima);
        Party other = get(clerk, again);

        Merge merge = merge(fatima, again);
        Callers.run(colleague, () -> merges.undo(merge.id(), "Het zijn nichten"));

        assertThat(get(clerk, fatima)).isEqualTo(one);
        assertThat(get(clerk, again)).isEqualTo(other);
        assertThat(find("fa@werk.be")).containsExactly(again);
        assertThat(Callers.as(clerk, () -> merges.get(merge.id())))
                .satisfies(undone -> {
                    assertThat(undone.state()).isEqualTo(Merge.State.UNDONE);
                    assertThat(undone.undone()).isPresent();
                });
        refused(
                "party.merge-not-live",
                () -> Callers.run(clerk, () -> merges.undo(merge.id(), "Nog eens")));
    }

    @Test
    void whatARegisterStatesIsBelievedAboveWhatWasTypedWhicheverProfileIsKept() {
        PartyId typed = registered(clerk, "Jan Peters", "jan@voorbeeld.be");
        PartyId known = registered(clerk, "J. Peeters", "jp@voorbeeld.be");
        state(clerk, typed, Detail.Kind.BIRTH_DATE, "01/01/1980");
        fromRegister(known, Detail.Kind.BIRTH_DATE, "1980-05-00");
        fromRegister(known, Detail.Kind.FAMILY_NAME, "Peeters");

        merge(typed, known);

        Party one = get(clerk, typed);
        assertThat(one.id()).isEqualTo(typed);
        assertThat(one.name()).isEqualTo("Peeters");
        assertThat(one.details().value(Detail.Kind.BIRTH_DATE)).contains("1980-05-00");
        assertThat(one.details().history()).extracting(Detail::value).containsExactly("1980-01-01");
        refused(
                "party.from-register",
                () -> state(clerk, typed, Detail.Kind.BIRTH_DATE, "02/02/1982"));
    }

    @Test
    void aMergeShowsNobodyWhatHeDidNotKnowBefore() {
        PartyId shared = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(shared));
        PartyId socialFile = registered(social, "Fatima Amrani", "schuldhulp@post.be");
        state(social, socialFile, Detail.Kind.GUARDIAN, "Mr. Claes, bewindvoerder");

        Merge proposed =
                Callers.as(social, () -> merges.merge(shared, socialFile, "Zelfde persoon"));
        Caller second = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        Callers.run(second, () -> merges.confirm(proposed.id()));

        assertThat(get(social, shared).contactPoints()).hasSize(2);
        Party seen = get(clerk, shared);
        assertThat(seen.contactPoints()).hasSize(1);
        assertThat(seen.details().all()).isEmpty();
        assertThat(seen.members()).containsExactly(shared);
        assertThat(find("schuldhulp@post.be")).isEmpty();
        refused("party.merge", () -> Callers.as(clerk, () -> merges.get(proposed.id())));
    }

    @Test
    void whatIsSaidAfterTheMergeStaysBehindTheWallToo() {
        PartyId shared = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(shared));
        PartyId socialFile = registered(social, "Fatima Amrani", "schuldhulp@post.be");
        confirmed(social, shared, socialFile);

        state(social, shared, Detail.Kind.FAMILY_NAME, "El Amrani-Claes");
        state(social, shared, Detail.Kind.GUARDIAN, "Mr. Claes, bewindvoerder");

        assertThat(get(social, shared).details().indications()).hasSize(1);
        assertThat(get(clerk, shared))
                .satisfies(seen -> {
                    assertThat(seen.name()).isEqualTo("Fatima El Amrani");
                    assertThat(seen.details().all()).isEmpty();
                });
        assertThat(find("Claes")).isEmpty();
    }

    @Test
    void whoKnowsTwoProfilesUnderAHeadThatHeDoesNotKnowReadsThemOnce() {
        PartyId one = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        PartyId other = registered(clerk, "Fatima Amrani", "fa@werk.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(one));
        Callers.run(town.ocmw().service(), () -> parties.meet(other));
        PartyId hidden = registered(social, "F. El Amrani", "schuldhulp@post.be");
        confirmed(social, hidden, one);
        confirmed(social, hidden, other);

        var listed = Callers.as(clerk, () -> known.after(Optional.empty(), 10));
        Callers.run(town.municipality().service(), night::run);

        assertThat(listed).extracting(Party::id).containsExactly(one);
        assertThat(get(clerk, other).id()).isEqualTo(one);
        assertThat(get(clerk, other).members()).containsExactly(one, other);
    }

    @Test
    void ofTwoWhoMergeTheSameAtTheSameTimeOneIsTooLate() throws Exception {
        PartyId one = registered(clerk, "Jan Peeters", "jan@voorbeeld.be");
        PartyId other = registered(clerk, "Jan Peters", "jan2@voorbeeld.be");
        List<Callable<Boolean>> both =
                List.of(() -> merges(clerk, one, other), () -> merges(colleague, other, one));
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(both)) {
                done += result.get() ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(1);
        assertThat(get(clerk, one)).isEqualTo(get(clerk, other));
    }

    private boolean merges(Caller who, PartyId kept, PartyId gone) {
        try {
            Callers.run(who, () -> merges.merge(kept, gone, "Zelfde persoon"));
            return true;
        } catch (OnthaalException tooLate) {
            return false;
        }
    }

    private void confirmed(Caller who, PartyId kept, PartyId gone) {
        Merge proposed = Callers.as(who, () -> merges.merge(kept, gone, "Zelfde persoon"));
        Caller second = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        if (proposed.state() == Merge.State.PROPOSED) {
            Callers.run(second, () -> merges.confirm(proposed.id()));
        }
    }

    @Test
    void whoOnlyKnowsTheProfileThatIsGoneGoesOnReadingIt() {
        PartyId kept = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        PartyId gone = registered(clerk, "Fatima Amrani", "fa@werk.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(gone));

        Merge proposed = Callers.as(clerk, () -> merges.merge(kept, gone, "Zelfde persoon"));
        Callers.run(colleague, () -> merges.confirm(proposed.id()));

        assertThat(get(social, gone))
                .satisfies(party -> {
                    assertThat(party.id()).isEqualTo(gone);
                    assertThat(party.name()).isEqualTo("Fatima Amrani");
                    assertThat(party.members()).containsExactly(gone);
                });
        refused("party.party", () -> get(social, kept));
        var recognised =
                Callers.as(
                        town.ocmw().service(),
                        () -> parties.recognise(new EmailAddress("fa@werk.be")));
        assertThat(recognised)
                .isInstanceOfSatisfying(
                        Recognition.One.class, one -> assertThat(one.party().id()).isEqualTo(gone));
    }

    @Test
    void whereASisterAuthorityKnowsOneOfThemASecondColleagueDecides() {
        PartyId one = registered(clerk, "Fatima El Amrani", "fatima@voorbeeld.be");
        PartyId other = registered(clerk, "Fatima Amrani", "fa@werk.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(other));

        Merge proposed = Callers.as(clerk, () -> merges.merge(one, other, "Zelfde persoon"));

        assertThat(proposed.state()).isEqualTo(Merge.State.PROPOSED);
        assertThat(get(clerk, other).id()).isEqualTo(other);
        refused(
                "party.merge-own-proposal",
                () -> Callers.as(clerk, () -> merges.confirm(proposed.id())));
        refused(
                "party.merge-proposed-before",
                () -> Callers.as(colleague, () -> merges.merge(other, one, "Zelfde")));
        Callers.run(colleague, () -> merges.refuse(proposed.id()));
        refused(
                "party.merge-decided",
                () -> Callers.as(colleague, () -> merges.confirm(proposed.id())));
    }

    @Test
    void twoNationalNumbersAreTwoPeopleEvenWhenASisterKnowsThem() {
        PartyId shared = registered(clerk, "Jan Peeters", "jan@voorbeeld.be");
        Callers.run(town.ocmw().service(), () -> parties.meet(shared));
        PartyId hidden = registered(social, "Jan Peeters", "jan2@voorbeeld.be");
        identify(social, hidden, "85073003328");
        Merge proposed = Callers.as(social, () -> merges.merge(shared, hidden, "Zelfde"));
        Caller second = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        Callers.run(second, () -> merges.confirm(proposed.id()));
        PartyId other = registered(clerk, "Jan Peeters", "jan3@voorbeeld.be");
        identify(clerk, other, "40010100140");

        refused(
                "party.two-numbers",
                () -> Callers.as(clerk, () -> merges.merge(shared, other, "Zelfde naam")));
    }

    @Test
    void whatWasSaidToBeTwoIsNotMergedAnyMore() {
        PartyId one = registered(clerk, "Jan Peeters", "jan@voorbeeld.be");
        PartyId other = registered(clerk, "Jan Peeters", "jan2@voorbeeld.be");

        Callers.run(colleague, () -> merges.neverSame(other, one, "Vader en zoon"));

        refused(
                "party.said-never-same",
                () -> Callers.as(clerk, () -> merges.merge(one, other, "Zelfde naam")));
    }

    @Test
    void aPersonAndAnOrganisationStayApart() {
        PartyId person = registered(clerk, "Jan Peeters", "jan@voorbeeld.be");
        PartyId firm =
                Callers.as(
                        clerk,
                        () ->
                                parties.register(
                                        new NewParty(
                                                Party.Kind.ORGANISATION,
                                                "Jan Peeters",
                                                Optional.empty(),
                                                Optional.empty(),
                                                "nl",
                                                "EMPLOYEE",
                                                NewParty.Identity.NONE)));

        refused(
                "party.two-kinds",
                () -> Callers.as(clerk, () -> merges.merge(person, firm, "Zelfde naam")));
        refused(
                "party.already-one",
                () -> Callers.as(clerk, () -> merges.merge(person, person, "Zelfde")));
    }

    /** Against a plain model: who is merged into whom, and whose head that makes. */
    @Test
    void anyRowOfMergesAndUndosLeavesExactlyTheProfilesThatAreStillMerged() {
        var random = new Random(20_261_123);
        List<PartyId> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(registered(clerk, "Jan " + i, "jan" + i + "@voorbeeld.be"));
        }
        Map<PartyId, PartyId> into = new HashMap<>();
        List<Merge> live = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            if (random.nextInt(5) < 3) {
                PartyId kept = head(into, all.get(random.nextInt(8)));
                PartyId gone = head(into, all.get(random.nextInt(8)));
                if (!kept.equals(gone)) {
                    live.add(merge(kept, gone));
                    into.put(gone, kept);
                }
            } else if (!live.isEmpty()) {
                Merge merge = live.remove(random.nextInt(live.size()));
                Callers.run(clerk, () -> merges.undo(merge.id(), "Toch niet"));
                into.remove(merge.gone());
            }
            for (PartyId id : all) {
                Set<PartyId> expected =
                        all.stream()
                                .filter(other -> head(into, other).equals(head(into, id)))
                                .collect(Collectors.toSet());
                Party party = get(clerk, id);
                assertThat(party.id()).isEqualTo(head(into, id));
                assertThat(Set.copyOf(party.members())).isEqualTo(expected);
            }
        }
    }

    private static PartyId head(Map<PartyId, PartyId> into, PartyId id) {
        PartyId head = id;
        while (into.containsKey(head)) {
            head = into.getOrDefault(head, head);
        }
        return head;
    }

    private PartyId registered(Caller caller, String name, String email) {
        return Callers.as(
                caller,
                () ->
                        parties.register(
                                NewParty.person(
                                        name, Optional.of(new EmailAddress(email)), "EMPLOYEE")));
    }

    private Merge merge(PartyId kept, PartyId gone) {
        return Callers.as(clerk, () -> merges.merge(kept, gone, "Zelfde persoon"));
    }

    private void state(Caller caller, PartyId id, Detail.Kind kind, String value) {
        Callers.run(caller, () -> parties.state(id, kind, value, "EMPLOYEE", Optional.empty()));
    }

    private void fromRegister(PartyId id, Detail.Kind kind, String value) {
        Callers.run(clerk, () -> parties.state(id, kind, value, "RIJKSREGISTER", Optional.empty()));
    }

    private void identify(Caller caller, PartyId id, String number) {
        String value = new NationalNumber(number).value();
        Callers.run(
                caller,
                () ->
                        parties.identify(
                                id,
                                new Identifier(
                                        Identifier.Scheme.NATIONAL_NUMBER, value, "EMPLOYEE")));
    }

    private Party get(Caller caller, PartyId id) {
        return Callers.as(caller, () -> parties.get(id));
    }

    private List<PartyId> find(String said) {
        return Callers.as(clerk, () -> finder.find(said, 10)).stream()
                .map(PartySummary::id)
                .toList();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
