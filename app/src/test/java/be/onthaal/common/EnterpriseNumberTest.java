// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0204.923.881",
                "0204923881",
                "BE 0204.923.881",
                "be0204923881",
                "BE-0204-923-881",
                "BTW BE 0204.923.881",
                "204.923.881",
                "BE 204 923 881"
            })
    void everyUsualNotationIsRead(String text) {
        assertThat(EnterpriseNumber.parse(text)).contains(new EnterpriseNumber("0204923881"));
    }

    @Test
    void numbersMayBeginWithOneToday() {
        var number = new EnterpriseNumber("1010783451");

        assertThat(number.display()).isEqualTo("1010.783.451");
        assertThat(number.vatNumber()).isEqualTo("BE1010783451");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0874713140",
                "1234567890",
                "0000000097",
                "2204923881",
                "NL204923881",
                "04923881"
            })
    void whatIsNoEnterpriseNumberIsNotRead(String text) {
        assertThat(EnterpriseNumber.parse(text)).isEmpty();
    }

    @Test
    void theConstructorTakesOnlyTheTenBareDigits() {
        assertThatThrownBy(() -> new EnterpriseNumber("0204.923.881"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEstablishmentHasANumberOfItsOwn() {
        var establishment = EstablishmentNumber.parse("2.000.000.339");

        assertThat(establishment).contains(new EstablishmentNumber("2000000339"));
        assertThat(establishment.orElseThrow().display()).isEqualTo("2.000.000.339");
        assertThat(EstablishmentNumber.parse("0204923881")).isEmpty();
        assertThat(EnterpriseNumber.parse("2.000.000.339")).isEmpty();
    }
}
