// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clusters against sets of profiles of which it is known who is who; one set of settings. */
class TruthTest {

    @Test
    void flemishContactsWithFamiliesAndTwins() {
        Score score =
                score(
                        "be20k.csv",
                        Map.ofEntries(
                                Map.entry(Trait.FAMILY_NAME, List.of("naam")),
                                Map.entry(Trait.GIVEN_NAMES, List.of("voornaam")),
                                Map.entry(Trait.BIRTH_DATE, List.of("geboortedatum")),
                                Map.entry(Trait.NATIONAL_NUMBER, List.of("insz")),
                                Map.entry(Trait.EMAIL, List.of("email")),
                                Map.entry(Trait.PHONE, List.of("gsm")),
                                Map.entry(Trait.SEX, List.of("geslacht")),
                                Map.entry(Trait.STREET, List.of("straat")),
                                Map.entry(Trait.HOUSE_NUMBER, List.of("huisnr")),
                                Map.entry(Trait.POSTCODE, List.of("postcode")),
                                Map.entry(Trait.MUNICIPALITY, List.of("gemeente"))));

        assertThat(score.precision()).isGreaterThanOrEqualTo(0.995);
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void manyMisspelledRecordsOfOnePerson() {
        Score score =
                score(
                        "febrl3.csv",
                        Map.of(
                                Trait.FAMILY_NAME, List.of("surname"),
                                Trait.GIVEN_NAMES, List.of("given_name"),
                                Trait.BIRTH_DATE, List.of("date_of_birth"),
                                Trait.NATIONAL_NUMBER, List.of("soc_sec_id"),
                                Trait.STREET, List.of("address_1"),
                                Trait.HOUSE_NUMBER, List.of("street_number"),
                                Trait.POSTCODE, List.of("postcode"),
                                Trait.MUNICIPALITY, List.of("suburb")));

        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.999);
    }

    @Test
    void onlyNamesAndBirthDates() {
        Score score =
                score(
                        "rldata500.csv",
                        Map.of(
                                Trait.FAMILY_NAME, List.of("lname_c1", "lname_c2"),
                                Trait.GIVEN_NAMES, List.of("fname_c1", "fname_c2"),
                                Trait.BIRTH_DATE, List.of("by", "bm", "bd")));

        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.9898);
    }

    private record Score(double precision, double recall) {

        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private static Score score(String file, Map<Trait, List<String>> columns) {
        TruthSet set = TruthSet.read(file, columns);
        Matching found =
                new ProfileMatcher(Settings.standard()).match(set.profiles().iterator(), List.of());
        Map<String, Integer> sizes = new HashMap<>();
        set.people().values().forEach(person -> sizes.merge(person, 1, Integer::sum));
        double wanted = sizes.values().stream().mapToDouble(TruthTest::pairs).sum();
        double claimed = found.clusters().stream().mapToDouble(c -> pairs(c.size())).sum();
        double right = found.clusters().stream().mapToDouble(c -> right(c, set.people())).sum();
        return new Score(right / claimed, right / wanted);
    }

    private static double right(List<String> cluster, Map<String, String> people) {
        Map<String, Integer> sizes = new HashMap<>();
        cluster.forEach(id -> sizes.merge(people.getOrDefault(id, ""), 1, Integer::sum));
        return sizes.values().stream().mapToDouble(TruthTest::pairs).sum();
    }

    private static double pairs(int size) {
        return size * (size - 1) / 2.0;
    }
}
