// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileMatcherTest {

    private static final Settings SETTINGS = Settings.standard();
    private static final Profile ANNA =
            Profile.of("anna")
                    .with(Trait.FAMILY_NAME, "Verstraeten")
                    .with(Trait.GIVEN_NAMES, "Anna")
                    .with(Trait.BIRTH_DATE, "1985-07-30")
                    .with(Trait.EMAIL, "fam.verstraeten@voorbeeld.be")
                    .with(Trait.PHONE, "0486 99 88 77")
                    .with(Trait.STREET, "Kapellestraat")
                    .with(Trait.HOUSE_NUMBER, "7")
                    .with(Trait.POSTCODE, "2610");
    private static final Profile OTTO =
            Profile.of("otto")
                    .with(Trait.FAMILY_NAME, "Verstraeten")
                    .with(Trait.GIVEN_NAMES, "Otto")
                    .with(Trait.BIRTH_DATE, "2011-02-14")
                    .with(Trait.EMAIL, "fam.verstraeten@voorbeeld.be")
                    .with(Trait.PHONE, "+32486998877")
                    .with(Trait.STREET, "Kapellestraat")
                    .with(Trait.HOUSE_NUMBER, "7")
                    .with(Trait.POSTCODE, "2610");

    @Test
    void whoIsKnownTwiceIsFound() {
        Matching found = matched();
        long right =
                found.clusters().stream()
                        .filter(cluster -> cluster.size() == 2)
                        .filter(cluster -> cluster.get(1).equals(cluster.get(0) + "b"))
                        .count();

        assertThat(right).isEqualTo(334);
        assertThat(found.clusters()).hasSize(334);
    }

    @Test
    void aSecondRunGivesTheSame() {
        assertThat(matched(ANNA, OTTO)).isEqualTo(matched(ANNA, OTTO));
    }

    @Test
    void aFamilyWithOneAddressTelephoneAndMailboxStaysAFamily() {
        assertThat(togetherIn(matched(ANNA, OTTO), "anna", "otto")).isFalse();
    }

    @Test
    void twinsStayTwoWhereFamiliesAreKnown() {
        List<Profile> all = new ArrayList<>(Town.families());
        all.add(OTTO);
        all.add(replaced(new Profile("twin", OTTO.values()), Trait.GIVEN_NAMES, "Mathilde"));

        assertThat(togetherIn(matched(all.toArray(Profile[]::new)), "otto", "twin")).isFalse();
    }

    @Test
    void theSameNationalNumberIsTheSamePerson() {
        String number = Town.nationalNumber(850730, 33);
        Profile first = Profile.of("first").with(Trait.NATIONAL_NUMBER, number);
        Profile second =
                Profile.of("second")
                        .with(Trait.NATIONAL_NUMBER, number)
                        .with(Trait.FAMILY_NAME, "Heel Anders");

        assertThat(togetherIn(matched(first, second), "first", "second")).isTrue();
    }

    @Test
    void twoNationalNumbersAreNeverTogetherWhateverLiesBetween() {
        Profile first = with(ANNA, "first", Town.nationalNumber(850730, 33));
        Profile second = with(ANNA, "second", Town.nationalNumber(850730, 35));

        Matching found = matched(first, ANNA, second);

        assertThat(togetherIn(found, "first", "second")).isFalse();
        assertThat(togetherIn(found, "first", "anna") || togetherIn(found, "second", "anna"))
                .isTrue();
    }

    @Test
    void whatSomebodyDecidedToBeTwoStaysTwoWhateverLiesBetween() {
        Profile first = new Profile("first", ANNA.values());
        Profile second = new Profile("second", ANNA.values());
        List<Profile> all = town(first, ANNA, second);

        Matching found =
                new ProfileMatcher(SETTINGS)
                        .match(all.iterator(), List.of(new NeverSame("second", "first")));

        assertThat(togetherIn(found, "first", "second")).isFalse();
        assertThat(found.pairs())
                .noneMatch(pair -> pair.first().equals("first") && pair.second().equals("second"));
    }

    @Test
    void nobodyAndOnePersonAreNoTrouble() {
        assertThat(new ProfileMatcher(SETTINGS).match(List.<Profile>of().iterator(), List.of()))
                .satisfies(none -> assertThat(none.clusters()).isEmpty());
        assertThat(new ProfileMatcher(SETTINGS).match(List.of(ANNA).iterator(), List.of()))
                .satisfies(one -> assertThat(one.pairs()).isEmpty());
    }

    @Test
    void aPairIsTheSameFromEitherSide() {
        var judge = new ProfileJudge(matched().model(), SETTINGS);
        List<Profile> some = town(ANNA, OTTO).subList(950, 1_000);
        for (Profile one : some) {
            for (Profile other : some) {
                assertThat(judge.compare(one, List.of(other)).getFirst().weight())
                        .isCloseTo(
                                judge.compare(other, List.of(one)).getFirst().weight(),
                                within(1e-6));
            }
        }
    }

    @Test
    void aNewProfileIsJudgedAsInTheWhole() {
        Profile again = new Profile("again", ANNA.values());
        Matching found = matched(ANNA, again);
        MatchedPair whole =
                found.pairs().stream()
                        .filter(pair -> pair.second().equals("again"))
                        .findFirst()
                        .orElseThrow();

        MatchedPair alone =
                new ProfileJudge(found.model(), SETTINGS)
                        .compare(ANNA, List.of(OTTO, again))
                        .getFirst();

        assertThat(alone.second()).isEqualTo("again");
        assertThat(alone.weight()).isCloseTo(whole.weight(), within(1e-3));
        assertThat(alone.verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void anExplanationAddsUp() {
        var judge = new ProfileJudge(matched(ANNA, OTTO).model(), SETTINGS);

        Explanation why = judge.explain(ANNA, OTTO);

        double sum = why.findings().stream().mapToDouble(Finding::weight).sum();
        assertThat(why.start() + sum + why.household())
                .isCloseTo(why.pair().weight(), within(1e-6));
        assertThat(why.household()).isNegative();
        assertThat(why.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.trait()).isEqualTo(Trait.GIVEN_NAMES);
                    assertThat(finding.level()).isEqualTo(Level.DIFFERENT);
                    assertThat(finding.first()).isEqualTo("Anna");
                    assertThat(finding.weight()).isNegative();
                });
    }

    @Test
    void aRareNameSaysMoreThanACommonOne() {
        var judge = new ProfileJudge(matched().model(), SETTINGS);
        Profile common = Profile.of("1").with(Trait.FAMILY_NAME, "Janssens");
        Profile rare = Profile.of("1").with(Trait.FAMILY_NAME, "Oostkerke");

        assertThat(familyName(judge.explain(rare, rare)))
                .isGreaterThan(familyName(judge.explain(common, common)) + 2);
    }

    private static double familyName(Explanation why) {
        return why.findings().getFirst().weight();
    }

    private static Matching matched(Profile... more) {
        return new ProfileMatcher(SETTINGS).match(town(more).iterator(), List.of());
    }

    private static List<Profile> town(Profile... more) {
        List<Profile> all = new ArrayList<>(Town.people());
        all.addAll(List.of(more));
        return all;
    }

    private static Profile with(Profile profile, String id, String number) {
        return new Profile(id, profile.values()).with(Trait.NATIONAL_NUMBER, number);
    }

    private static Profile replaced(Profile profile, Trait trait, String value) {
        Profile other = Profile.of(profile.id()).with(trait, value);
        for (Trait kept : Trait.values()) {
            if (kept != trait) {
                for (String known : profile.all(kept)) {
                    other = other.with(kept, known);
                }
            }
        }
        return other;
    }

    private static boolean togetherIn(Matching found, String first, String second) {
        return found.clusters().stream()
                .anyMatch(cluster -> cluster.containsAll(List.of(first, second)));
    }
}
