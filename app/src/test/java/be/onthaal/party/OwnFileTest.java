// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody handles his own file, nor that of those who are near to him. */
@OnthaalTest
class OwnFileTest {

    private static final NationalNumber NUMBER = new NationalNumber("80010100107");

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Relations relations;
    @Autowired Merges merges;
    @Autowired OwnFile ownFile;
    @Autowired OwnFileLinks links;
    @Autowired Employees employees;
    @Autowired Parts parts;
    @Autowired AsOwner owner;

    private Town town;
    private Caller clerk;
    private Caller colleague;
    private Caller administrator;
    private PartyId himself;
    private PartyId stranger;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        colleague = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        administrator = town.municipality().administrator();
        himself = person("Karel Claes", Optional.of(NUMBER));
        stranger = person("Ann Peeters", Optional.empty());
        Callers.run(administrator, () -> links.link(me(clerk), NUMBER));
    }

    @Test
    void hisOwnFileIsRefusedToHimAndToNobodyElse() {
        refused(() -> state(clerk, himself));
        allowed(() -> state(colleague, himself));
        allowed(() -> state(clerk, stranger));
        assertThat(own(clerk, himself)).isTrue();
        assertThat(own(colleague, himself)).isFalse();
        assertThat(own(clerk, stranger)).isFalse();
        assertThat(logged("party.own-file-refused")).isOne();
    }

    @Test
    void householdParentsAndChildrenAreAsHimselfAndNobodyFurther() {
        PartyId partner = person("Mia Jans", Optional.empty());
        PartyId child = person("Lot Claes", Optional.empty());
        PartyId cousin = person("Piet Claes", Optional.empty());
        RelationId living = relate(himself, partner, Relation.Kind.HOUSEHOLD, "");
        relate(himself, child, Relation.Kind.PARENT, "");
        relate(cousin, himself, Relation.Kind.MANDATE, "Volmacht");

        refused(() -> state(clerk, partner));
        refused(() -> state(clerk, child));
        allowed(() -> state(clerk, cousin));
        Callers.run(colleague, () -> relations.end(himself, living));
        allowed(() -> state(clerk, partner));
    }

    @Test
    void whatIsStatedOfHimIsNotEndedFromTheOtherSideEither() {
        RelationId guarded = relate(stranger, himself, Relation.Kind.GUARDIAN, "Beschikking");

        refused(() -> Callers.run(clerk, () -> relations.end(himself, guarded)));
        refused(() -> Callers.run(clerk, () -> relations.end(stranger, guarded)));
        allowed(() -> Callers.run(colleague, () -> relations.end(stranger, guarded)));
    }

    @Test
    void aRelationThatIsOverOrStillToComeIsNoneToday() {
        PartyId before = person("Mia Jans", Optional.empty());
        var past =
                new Relation.Terms("", "", Optional.empty(), Optional.of(LocalDate.of(2020, 1, 1)));
        Callers.run(
                colleague,
                () ->
                        relations.state(
                                new Relations.Stated(
                                        himself,
                                        before,
                                        Relation.Kind.HOUSEHOLD,
                                        past,
                                        "EMPLOYEE")));

        allowed(() -> state(clerk, before));
    }

    @Test
    void whoeverTurnsOutToBeHimIsHimToo() {
        PartyId again = person("K. Claes", Optional.empty());
        allowed(() -> state(clerk, again));
        refused(() -> Callers.run(clerk, () -> merges.merge(again, himself, "Ben ik zelf")));

        Callers.run(colleague, () -> merges.merge(again, himself, "Zelfde persoon"));

        refused(() -> state(clerk, again));
    }

    @Test
    void nobodyUndoesItForHimself() {
        Caller boss = towns.person(town.municipality(), StandardRole.ADMINISTRATOR);
        Callers.run(administrator, () -> links.link(me(boss), stranger));

        assertThatThrownBy(() -> Callers.run(boss, () -> links.unlink(me(boss))))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.own-file-self"));
        Callers.run(boss, () -> links.unlink(me(clerk)));
        allowed(() -> state(clerk, himself));
    }

    @Test
    void somebodyElseOfTheGroupIsNotLookedUpThroughIt() {
        Caller other = town.ocmw().administrator();

        assertThatThrownBy(() -> Callers.run(other, () -> links.link(me(clerk), NUMBER)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.own-file-unknown"));
    }

    @Test
    void lookingIsLoggedEachTimeAndToldOnceADayToThoseWhoWatchTheLog() {
        Caller officer = towns.person(town.municipality(), StandardRole.PRIVACY_OFFICER);
        for (int i = 0; i < 2; i++) {
            Callers.run(clerk, () -> ownFile.viewed(himself));
        }

        assertThat(logged("party.own-file-viewed")).isEqualTo(2);
        assertThat(
                        owner.column(
                                "select subject from notifications.notification where account_id = '%s'"
                                        .formatted(officer.actor())))
                .singleElement()
                .asString()
                .contains(clerk.name());
    }

    @Test
    void whoeverLeavesIsUnlinked() {
        Callers.run(administrator, () -> employees.leave(new EmployeeId(me(clerk))));

        assertThat(Callers.as(administrator, () -> links.of(me(clerk)))).isEmpty();
    }

    private boolean own(Caller who, PartyId id) {
        return Callers.as(who, () -> parts.answer(ownFile.partOf(id)));
    }

    private long logged(String action) {
        return owner.column(
                        "select id from audit.event where action = '%s' and actor = '%s'"
                                .formatted(action, clerk.actor()))
                .size();
    }

    private void state(Caller who, PartyId id) {
        Callers.run(
                who,
                () ->
                        parties.state(
                                id,
                                Detail.Kind.NATIONALITY,
                                "Belg " + UUID.randomUUID(),
                                "EMPLOYEE",
                                Optional.empty()));
    }

    private RelationId relate(PartyId from, PartyId to, Relation.Kind kind, String proof) {
        var terms = new Relation.Terms("", proof, Optional.empty(), Optional.empty());
        return Callers.as(
                colleague,
                () -> relations.state(new Relations.Stated(from, to, kind, terms, "EMPLOYEE")));
    }

    private PartyId person(String name, Optional<NationalNumber> number) {
        return Callers.as(
                colleague,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE.and(number, "EMPLOYEE"))));
    }

    private static UUID me(Caller caller) {
        return caller.employee().orElseThrow();
    }

    private static void allowed(ThrowingCallable work) {
        assertThatCode(work).doesNotThrowAnyException();
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.own-file"));
    }
}
