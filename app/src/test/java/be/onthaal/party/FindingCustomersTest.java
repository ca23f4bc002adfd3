// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PhoneNumber;
import be.onthaal.organisation.StandardRole;
import be.onthaal.search.Search;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * At the counter: whatever somebody says of himself, his profile comes up before a second is made.
 */
@OnthaalTest
class FindingCustomersTest {

    private static final String NUMBER = "85073003328";

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired PartyFinder finder;
    @Autowired LikelyMatches likely;
    @Autowired MatchingNight night;
    @Autowired Merges merges;
    @Autowired Search search;

    private Town town;
    private Caller host;
    private PartyId wouter;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        host = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        wouter = registered("Wouter Van den Bossche", "wouter.vdb@voorbeeld.be", "0470123456");
        state(wouter, Detail.Kind.BIRTH_DATE, "30/07/1985");
        Callers.run(
                host,
                () ->
                        parties.identify(
                                wouter,
                                new Identifier(
                                        Identifier.Scheme.NATIONAL_NUMBER, NUMBER, "EMPLOYEE")));
        state(wouter, Detail.Kind.RESIDENCE, "Liersesteenweg 12, 2640 Mortsel");
        Callers.as(Caller.service("words"), () -> search.learn(1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85.07.30-033.28",
                "85073003328",
                "0470 12 34 56",
                "+32 470 12.34.56",
                "0032470123456",
                "Wouter.VDB@Voorbeeld.be",
                "bossche",
                "wouter vanden bosche",
                "vandenbossche",
                "vandenbosche wouter",
                "vanden bossche",
                "wouter boss",
                "wuoter van den bossche",
                "bossche wou",
                "liersesteenweg 12 mortsel",
                "bossche liersesteenweg",
                "Van den Bossche 30/07/1985",
                "wouter 1985-07-30"
            })
    void heIsFoundByWhateverHeSays(String said) {
        assertThat(found(said)).contains(wouter);
    }

    @Test
    void whereSomebodyLivesWhoseAddressIsSecretLeadsNobodyToHim() {
        state(wouter, Detail.Kind.SECRET_ADDRESS, "✓");

        assertThat(found("liersesteenweg 12 mortsel")).isEmpty();
        assertThat(found("Wouter Van den Bossche")).containsExactly(wouter);
    }

    @Test
    void aSecretAddressLeadsNobodyToHimInWhateverProfileOrFieldItStands() {
        PartyId twin = registered("W. Van den Bossche", "w.vdb@werk.be", "0470666666");
        var point = new ContactPoint(ContactPoint.Kind.ADDRESS, "Osylei 5", "EMPLOYEE", false);
        Callers.run(host, () -> parties.addContactPoint(wouter, point));
        state(twin, Detail.Kind.RESIDENCE, "Drabstraat 9");
        Callers.run(host, () -> merges.merge(wouter, twin, "Zelfde persoon"));
        assertThat(found("osylei 5")).isNotEmpty();
        assertThat(found("drabstraat 9")).isNotEmpty();

        state(wouter, Detail.Kind.SECRET_ADDRESS, "✓");

        assertThat(found("osylei 5")).isEmpty();
        assertThat(found("drabstraat 9")).isEmpty();
        assertThat(found("wouter.vdb@voorbeeld.be")).isNotEmpty();
    }

    @Test
    void aSecretAddressCountsAlsoForAProfileThatOnlyTheSisterAuthorityReads() {
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        var number = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, NUMBER, "EMPLOYEE");
        Callers.run(
                social,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        "Wouter Van den Bossche",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        new NewParty.Identity(List.of(number)))));
        PartyId theirs =
                Callers.as(
                        social,
                        () ->
                                parties.register(
                                        new NewParty(
                                                Party.Kind.PERSON,
                                                "Wouter Bossche",
                                                Optional.empty(),
                                                Optional.empty(),
                                                "nl",
                                                "EMPLOYEE",
                                                NewParty.Identity.NONE)));
        Callers.run(
                social,
                () ->
                        parties.state(
                                theirs,
                                Detail.Kind.RESIDENCE,
                                "Osylei 5",
                                "EMPLOYEE",
                                Optional.empty()));
        Caller second = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        Merge merge = Callers.as(social, () -> merges.merge(wouter, theirs, "Zelfde persoon"));
        Callers.run(second, () -> merges.confirm(merge.id()));
        assertThat(found(social, "osylei 5")).isNotEmpty();

        state(wouter, Detail.Kind.SECRET_ADDRESS, "✓");
        assertThat(found(social, "osylei 5")).isEmpty();
        assertThat(found(social, "liersesteenweg 12")).isEmpty();

        Callers.run(host, () -> parties.retract(wouter, Detail.Kind.SECRET_ADDRESS));
        assertThat(found(social, "osylei 5")).isNotEmpty();
        assertThat(found("liersesteenweg 12")).isNotEmpty();
    }

    @Test
    void whoeverIsMergedWithSomebodyWhoseAddressIsSecretIsNotFoundThereEither() {
        PartyId twin = registered("W. Van den Bossche", "w.vdb@werk.be", "0470666666");
        state(twin, Detail.Kind.RESIDENCE, "Drabstraat 9");
        state(wouter, Detail.Kind.SECRET_ADDRESS, "✓");

        Merge merge = Callers.as(host, () -> merges.merge(wouter, twin, "Zelfde persoon"));
        assertThat(found("drabstraat 9")).isEmpty();
        Callers.run(host, () -> merges.undo(merge.id(), "Toch niet"));
        assertThat(found("drabstraat 9")).containsExactly(twin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anne-mar",
                "anne-marie peeters",
                "Anne Marie Peters-Janssens",
                "peeters-jans"
            })
    void aHyphenWithinANameForgivesAsMuchAsASpace(String said) {
        PartyId anne = registered("Anne-Marie Peeters-Janssens", "am@voorbeeld.be", "0470555555");
        Callers.as(Caller.service("words"), () -> search.learn(1_000));

        assertThat(found(said)).contains(anne);
    }

    @Test
    void aHyphenThatWasNotWrittenIsNoObstacleAndOneBeforeAWordLeavesItOut() {
        PartyId jean = registered("Jean Pierre Claes", "jp@voorbeeld.be", "0470444444");
        Callers.as(Caller.service("words"), () -> search.learn(1_000));

        assertThat(found("Jean-Pierre Claes")).contains(jean);
        assertThat(found("claes -jean")).doesNotContain(jean);
    }

    @Test
    void nobodyIsLostInAWordThatIsNoName() {
        PartyId ben = registered("Ben Wil", "ben.wil@voorbeeld.be", "0470888888");
        registered("Jan Wil", "jan.wil@voorbeeld.be", "0470777777");

        assertThat(found("ben wil")).containsExactly(ben);
    }

    @Test
    void anotherDateOfBirthIsAnotherPerson() {
        PartyId father = registered("Wouter Van den Bossche", "vader@voorbeeld.be", "0470999999");
        state(father, Detail.Kind.BIRTH_DATE, "1950-01-02");

        assertThat(found("Van den Bossche 02/01/1950").getFirst()).isEqualTo(father);
    }

    @Test
    void aNumberThatTheGroupKnowsIsMetAndNotDoubled() {
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        var again =
                new NewParty(
                        Party.Kind.PERSON,
                        "W. Vandenbossche",
                        Optional.empty(),
                        Optional.empty(),
                        "nl",
                        "EMPLOYEE",
                        NewParty.Identity.NONE.and(NationalNumber.parse(NUMBER), "EMPLOYEE"));

        PartyId met = Callers.as(social, () -> parties.register(again));

        assertThat(met).isEqualTo(wouter);
    }

    @Test
    void aNumberOfSomebodyElseLeadsToHim() {
        PartyId other = registered("Jan Peeters", "jan@voorbeeld.be", "0470111111");
        var number = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, NUMBER, "EMPLOYEE");

        var owner = Callers.as(host, () -> parties.identify(other, number));

        assertThat(owner).contains(wouter);
        assertThat(Callers.as(host, () -> parties.get(other)).nationalNumber()).isEmpty();
    }

    @Test
    void hisOwnNumberAgainIsNoNews() {
        var number = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, NUMBER, "EMPLOYEE");

        assertThat(Callers.as(host, () -> parties.identify(wouter, number))).isEmpty();
    }

    @Test
    void aSecondNumberIsRefused() {
        var second = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, "40010100140", "EMPLOYEE");

        assertThatThrownBy(() -> Callers.as(host, () -> parties.identify(wouter, second)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.number-other"));
    }

    @Test
    void whoIsBeingTypedComesUpAsALikelyMatchAndAStrangerDoesNot() {
        learnFromATown();

        List<LikelyMatch> same =
                like("Wouter Vandenbossche", Optional.of("1985-07-30"), "w.vdb@werk.be");
        List<LikelyMatch> stranger =
                like("Wouter Claes", Optional.of("1962-11-03"), "wouter.claes@post.be");

        assertThat(same).extracting(match -> match.party().id()).first().isEqualTo(wouter);
        assertThat(stranger).extracting(match -> match.party().id()).doesNotContain(wouter);
    }

    @Test
    void aSisterAuthorityGetsNoHintOfACustomerItDoesNotKnow() {
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);

        var typed =
                new LikelyMatches.Typed(
                        "Wouter Van den Bossche",
                        Optional.of("1985-07-30"),
                        Optional.of(NUMBER),
                        List.of());

        assertThat(Callers.as(social, () -> likely.of(typed))).isEmpty();
        assertThat(Callers.as(social, () -> finder.find(NUMBER, 5))).isEmpty();
    }

    @Test
    void theNightFindsDoublesUntilSomebodyHasDecided() {
        learnFromATown();
        PartyId twice = registered("Wouter Vandenbossche", "wouter.vdb@voorbeeld.be", "0470123456");
        state(twice, Detail.Kind.BIRTH_DATE, "1985-07-30");

        Callers.run(town.municipality().service(), night::run);
        var found = Callers.as(host, () -> likely.waiting(10));
        Callers.run(host, () -> merges.neverSame(wouter, twice, "Neven met één mobiel nummer"));
        var decided = Callers.as(host, () -> likely.waiting(10));
        Callers.run(town.municipality().service(), night::run);
        var nextDay = Callers.as(host, () -> likely.waiting(10));

        assertThat(found).anySatisfy(pair -> assertThat(isPair(pair, wouter, twice)).isTrue());
        assertThat(decided).noneMatch(pair -> isPair(pair, wouter, twice));
        assertThat(nextDay).noneMatch(pair -> isPair(pair, wouter, twice));
    }

    private static boolean isPair(LikelyMatches.Pair pair, PartyId one, PartyId other) {
        return List.of(pair.one().id(), pair.other().id()).containsAll(List.of(one, other));
    }

    private void learnFromATown() {
        String[] given = {"An", "Bart", "Chloé", "Dirk", "Els", "Fons", "Greet", "Hilde"};
        String[] family = {"Peeters", "Janssens", "Maes", "Jacobs", "Willems", "Claes", "Goossens"};
        for (int i = 0; i < 56; i++) {
            PartyId id =
                    registered(
                            given[i % 8] + " " + family[i % 7],
                            "klant" + i + "@voorbeeld.be",
                            "04712" + (10_000 + i));
            state(id, Detail.Kind.BIRTH_DATE, (1940 + i) + "-0" + (1 + i % 9) + "-1" + (i % 9));
        }
        Callers.run(town.municipality().service(), night::run);
    }

    private List<LikelyMatch> like(String name, Optional<String> birth, String email) {
        var typed =
                new LikelyMatches.Typed(
                        name,
                        birth,
                        Optional.empty(),
                        List.of(
                                new ContactPoint(
                                        ContactPoint.Kind.EMAIL, email, "EMPLOYEE", false)));
        return Callers.as(host, () -> likely.of(typed));
    }

    private List<PartyId> found(String said) {
        return found(host, said);
    }

    private List<PartyId> found(Caller who, String said) {
        return Callers.as(who, () -> finder.find(said, 10)).stream().map(PartySummary::id).toList();
    }

    private PartyId registered(String name, String email, String phone) {
        return Callers.as(
                host,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        name,
                                        EmailAddress.parse(email),
                                        PhoneNumber.parse(phone),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE)));
    }

    private void state(PartyId id, Detail.Kind kind, String value) {
        Callers.run(host, () -> parties.state(id, kind, value, "EMPLOYEE", Optional.empty()));
    }
}
