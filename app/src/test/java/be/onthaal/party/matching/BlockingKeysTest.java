// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {

    private static final Profile JAN =
            Profile.of("1")
                    .with(Trait.FAMILY_NAME, "Van den Berghe")
                    .with(Trait.GIVEN_NAMES, "Jan")
                    .with(Trait.BIRTH_DATE, "1980-03-12")
                    .with(Trait.POSTCODE, "2650")
                    .with(Trait.STREET, "Kerkstraat")
                    .with(Trait.HOUSE_NUMBER, "12");

    @Test
    void aProfileThatSaysNothingHasNoKeys() {
        assertThat(BlockingKeys.of(Profile.of("1"))).isEmpty();
    }

    @Test
    void keysAreAlwaysTheSame() {
        assertThat(BlockingKeys.of(JAN)).isEqualTo(BlockingKeys.of(JAN)).doesNotHaveDuplicates();
    }

    @Test
    void namesInEachOthersPlaceStillMeet() {
        Profile swapped =
                Profile.of("2")
                        .with(Trait.FAMILY_NAME, "Jan")
                        .with(Trait.GIVEN_NAMES, "Vandenberghe");

        assertThat(BlockingKeys.of(swapped)).containsAnyElementsOf(BlockingKeys.of(JAN));
    }

    @Test
    void whoMovedAndIsMisspelledStillMeetsHimself() {
        Profile moved =
                Profile.of("2")
                        .with(Trait.FAMILY_NAME, "Vandenbreghe")
                        .with(Trait.GIVEN_NAMES, "Jan")
                        .with(Trait.BIRTH_DATE, "12/3/1980")
                        .with(Trait.POSTCODE, "9470");

        assertThat(BlockingKeys.of(moved)).containsAnyElementsOf(BlockingKeys.of(JAN));
    }

    @Test
    void aTelephoneNumberIsOneKeyInAnyNotation() {
        List<String> one = BlockingKeys.of(Profile.of("1").with(Trait.PHONE, "0475/12.34.56"));
        List<String> other = BlockingKeys.of(Profile.of("2").with(Trait.PHONE, "+32 475 123456"));

        assertThat(one).hasSize(1).isEqualTo(other);
    }

    @Test
    void strangersDoNotMeet() {
        Profile other =
                Profile.of("2")
                        .with(Trait.FAMILY_NAME, "Peeters")
                        .with(Trait.GIVEN_NAMES, "Sofie")
                        .with(Trait.BIRTH_DATE, "1991-07-30")
                        .with(Trait.POSTCODE, "2650");

        assertThat(BlockingKeys.of(other)).doesNotContainAnyElementsOf(BlockingKeys.of(JAN));
    }
}
