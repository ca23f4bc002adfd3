// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import be.onthaal.common.NationalNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The invented town is large and odd enough, and nobody in it exists. */
class TownTest {

    @Test
    void fortyPeopleLiveInFourteenHouseholds() {
        List<Resident> people = TownPeople.all();

        assertThat(people).hasSizeGreaterThanOrEqualTo(40);
        assertThat(people.stream().map(Resident::home).distinct().count())
                .isGreaterThanOrEqualTo(14);
        assertThat(people.stream().map(Resident::trait).distinct().toList())
                .containsExactlyInAnyOrder(Resident.Trait.values());
        assertThat(people).isEqualTo(TownPeople.all());
    }

    @Test
    void theirNumbersAreTestNumbersThatNobodyElseHas() {
        List<String> numbers = TownPeople.all().stream().map(Resident::insz).toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers)
                .allSatisfy(number ->
                        assertThat(NationalNumber.parse(number).map(NationalNumber::kind))
                                .contains(NationalNumber.Kind.TEST));
    }

    @Test
    void enterprisesAndPlacesHaveRightNumbers() {
        for (Business one : Business.all(TownPeople.all())) {
            assertThat(EnterpriseNumber.parse(one.number())).isPresent();
            assertThat(EstablishmentNumber.parse(one.establishment())).isPresent();
        }
    }

    /** Nothing of what Digitaal Vlaanderen publishes is in the shipped demo. */
    @Test
    void nobodyComesFromTheirPersonas() throws IOException {
        Optional<Path> shared = shared();
        if (shared.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared/data/magda is absent");
        }
        Assumptions.assumeTrue(shared.isPresent(), "shared/data/magda is absent");
        List<String> numbers = TownPeople.all().stream().map(Resident::insz).toList();

        try (Stream<Path> files = Files.walk(shared.orElseThrow())) {
            for (Path file : files.filter(one -> one.toString().endsWith(".xml")).toList()) {
                String text = Files.readString(file);
                assertThat(numbers).as(file.toString()).noneMatch(text::contains);
            }
        }
    }

    private static Optional<Path> shared() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/magda/answers"))) {
            at = at.getParent();
        }
        return Optional.ofNullable(at).map(found -> found.resolve("shared/data/magda/answers"));
    }
}
