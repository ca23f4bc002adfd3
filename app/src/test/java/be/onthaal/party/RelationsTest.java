// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PartialDate;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.Relation.Kind;
import be.onthaal.party.Relation.Side;
import be.onthaal.party.register.Coded;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.PersonName;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.Relative;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who belongs to whom, and who acts for whom. */
@OnthaalTest
class RelationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Relations relations;
    @Autowired Households households;
    @Autowired Merges merges;
    @Autowired KnownParties known;

    private Town town;
    private Caller clerk;
    private PartyId ann;
    private PartyId ben;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        ann = person("Ann Peeters");
        ben = person("Ben Peeters");
    }

    @Test
    void oneRowIsReadFromBothSidesWithItsOwnWords() {
        state(ann, ben, Kind.PARENT, Relation.Terms.NONE);

        assertThat(of(ann))
                .extracting(one -> one.kind(), one -> one.side(), one -> one.other().name())
                .containsExactly(tuple(Kind.PARENT, Side.TO, "Ben Peeters"));
        assertThat(of(ben))
                .extracting(one -> one.kind(), one -> one.side(), one -> one.other().name())
                .containsExactly(tuple(Kind.PARENT, Side.FROM, "Ann Peeters"));
    }

    @Test
    void whoeverActsForAnotherNeedsProofAndAContactPersonHisFunction() {
        PartyId club = organisation("KV Mechelen vzw");
        var proved = terms("", "Beschikking van 12 maart 2026");

        refused(
                "party.relation-proof-missing",
                () -> state(ben, ann, Kind.GUARDIAN, Relation.Terms.NONE));
        refused(
                "party.role-missing",
                () -> state(ann, club, Kind.CONTACT_PERSON, Relation.Terms.NONE));
        state(ben, ann, Kind.GUARDIAN, proved);
        state(ann, club, Kind.CONTACT_PERSON, terms("secretaris", ""));

        assertThat(of(ann).stream().filter(Relation::actsForHim))
                .extracting(one -> one.terms().proof())
                .containsExactly("Beschikking van 12 maart 2026");
        assertThat(of(ben)).noneMatch(Relation::actsForHim);
    }

    @Test
    void whatCannotBeIsRefused() {
        PartyId club = organisation("KV Mechelen vzw");
        var backwards = new Relation.Terms("", "", Optional.of(DAY), Optional.of(DAY.minusDays(1)));
        var endless = terms("s".repeat(201), "");

        refused("party.relation-self", () -> state(ann, ann, Kind.PARENT, Relation.Terms.NONE));
        refused(
                "party.relation-kinds",
                () -> state(club, ann, Kind.HOUSEHOLD, Relation.Terms.NONE));
        refused(
                "party.relation-kinds",
                () -> state(ann, ben, Kind.CONTACT_PERSON, terms("voorzitter", "")));
        refused("party.relation-period", () -> state(ann, ben, Kind.PARENT, backwards));
        refused("party.role-too-long", () -> state(ann, ben, Kind.PARENT, endless));
        state(ann, ben, Kind.HOUSEHOLD, Relation.Terms.NONE);
        refused("party.relation-known", () -> state(ben, ann, Kind.HOUSEHOLD, Relation.Terms.NONE));
        assertThat(of(ann)).hasSize(1);
    }

    @Test
    void whatEndedStaysAsHistoryAndCanBeStatedAnew() {
        RelationId first = state(ann, ben, Kind.HOUSEHOLD, Relation.Terms.NONE);

        Callers.run(clerk, () -> relations.end(ben, first));

        assertThat(of(ann))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.holdsOn(LocalDate.of(2099, 1, 1))).isFalse();
                    assertThat(one.history().ended()).map(Relation.By::name).hasValue(clerk.name());
                });
        refused("party.relation", () -> Callers.run(clerk, () -> relations.end(ann, first)));
        state(ann, ben, Kind.HOUSEHOLD, Relation.Terms.NONE);
        assertThat(of(ann)).hasSize(2);
    }

    @Test
    void ofVeryManyTheNewestThatHoldAreReadAndEachCanBeEnded() {
        RelationId oldest = state(ann, ben, Kind.MANDATE, terms("", "Volmacht"));
        RelationId over = state(ann, ben, Kind.PARENT, Relation.Terms.NONE);
        Callers.run(clerk, () -> relations.end(ann, over));
        for (int i = 0; i < 205; i++) {
            state(person("Persoon " + i), ann, Kind.MANDATE, terms("", "Volmacht"));
        }

        assertThat(of(ann)).hasSize(200);
        assertThat(of(ann).getFirst().other().name()).isEqualTo("Persoon 204");
        assertThat(of(ann)).noneMatch(one -> one.history().ended().isPresent());
        Callers.run(clerk, () -> relations.end(ann, oldest));
        assertThat(of(ben)).noneMatch(one -> one.holdsOn(DAY));
    }

    @Test
    void itHoldsFromItsFirstToItsLastDay() {
        state(
                ann,
                ben,
                Kind.MANDATE,
                new Relation.Terms("", "Volmacht", Optional.of(DAY), Optional.of(DAY.plusDays(9))));
        Relation mandate = of(ann).getFirst();

        assertThat(mandate.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(mandate.holdsOn(DAY)).isTrue();
        assertThat(mandate.holdsOn(DAY.plusDays(9))).isTrue();
        assertThat(mandate.holdsOn(DAY.plusDays(10))).isFalse();
    }

    @Test
    void mergedProfilesAreReadTogetherAndNeverAsARelationWithOneself() {
        PartyId again = person("Anne Peeters");
        state(again, ben, Kind.PARENT, Relation.Terms.NONE);
        state(ann, again, Kind.HOUSEHOLD, Relation.Terms.NONE);

        Merge merge = Callers.as(clerk, () -> merges.merge(ann, again, "Zelfde persoon"));

        assertThat(of(ann)).extracting(one -> one.other().id()).containsExactly(ben);
        assertThat(of(again)).isEqualTo(of(ann));
        assertThat(of(ben)).extracting(one -> one.other().id()).containsExactly(ann);
        refused("party.relation-self", () -> state(ann, again, Kind.PARENT, Relation.Terms.NONE));
        refused("party.relation-known", () -> state(ann, ben, Kind.PARENT, Relation.Terms.NONE));

        Callers.run(clerk, () -> merges.undo(merge.id(), "Toch niet"));
        assertThat(of(ann)).extracting(one -> one.other().id()).containsExactly(again);
        assertThat(of(again)).hasSize(2);
    }

    @Test
    void aSisterAuthorityDoesNotReadIt() {
        Callers.run(town.ocmw().service(), () -> parties.meet(ann));
        Callers.run(town.ocmw().service(), () -> parties.meet(ben));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        RelationId id = state(ann, ben, Kind.PARENT, Relation.Terms.NONE);

        assertThat(Callers.as(social, () -> relations.of(ann))).isEmpty();
        refused("party.relation", () -> Callers.run(social, () -> relations.end(ann, id)));
    }

    @Test
    void theHouseholdOfTheRegisterIsKeptBetweenAllItsMembers() {
        taken(member("Ben Peeters", 1), member("Cis Peeters", 2), nameless("Dirk Zondernummer"));

        assertThat(of(ann))
                .extracting(one -> one.other().name())
                .containsExactlyInAnyOrder("Ben Peeters", "Cis Peeters");
        Relation first = of(ann).getFirst();
        assertThat(of(first.other().id())).hasSize(2);
        refused(
                "party.relation-from-register",
                () -> Callers.run(clerk, () -> relations.end(ann, first.id())));

        taken(member("Ben Peeters", 1));
        assertThat(of(ann).stream().filter(one -> one.holdsOn(DAY)))
                .extracting(one -> one.other().name())
                .containsExactly("Ben Peeters");
        assertThat(of(ann)).hasSize(2);
    }

    @Test
    void whoeverIsRelatedIsNotForgotten() {
        state(ann, ben, Kind.HOUSEHOLD, Relation.Terms.NONE);

        boolean gone = Callers.as(town.municipality().service(), () -> known.forget(ben));

        assertThat(gone).isFalse();
        assertThat(of(ann)).isEmpty();
    }

    private void taken(Household.Member... members) {
        List<Dated<Household.Member>> now =
                Stream.of(members)
                        .map(member ->
                                new Dated<>(
                                        member,
                                        Optional.<PartialDate>empty(),
                                        Optional.<PartialDate>empty()))
                        .toList();
        Callers.run(town.municipality().service(), () -> households.take(ann, new Household(now)));
    }

    private static Household.Member member(String name, int serial) {
        return member(name, Optional.of(new RegisterKey(number(serial).value())));
    }

    private static Household.Member nameless(String name) {
        return member(name, Optional.empty());
    }

    private static Household.Member member(String name, Optional<RegisterKey> key) {
        String[] words = name.split(" ");
        return new Household.Member(
                new Relative(
                        key,
                        Optional.of(
                                new PersonName(
                                        List.of(words[1]), List.of(words[0]), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        new Coded("1", "lid")),
                Optional.empty());
    }

    private static NationalNumber number(int serial) {
        long stem = 800_101_000L + serial;
        return new NationalNumber("%09d%02d".formatted(stem, 97 - stem % 97));
    }

    private RelationId state(PartyId from, PartyId to, Kind kind, Relation.Terms terms) {
        return Callers.as(
                clerk,
                () -> relations.state(new Relations.Stated(from, to, kind, terms, "EMPLOYEE")));
    }

    private static Relation.Terms terms(String role, String proof) {
        return new Relation.Terms(role, proof, Optional.empty(), Optional.empty());
    }

    private List<Relation> of(PartyId id) {
        return Callers.as(clerk, () -> relations.of(id));
    }

    private PartyId person(String name) {
        return Callers.as(
                clerk, () -> parties.register(NewParty.person(name, Optional.empty(), "EMPLOYEE")));
    }

    private PartyId organisation(String name) {
        return Callers.as(
                clerk,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.ORGANISATION,
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE)));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
