// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "information-question",
                "complaint",
                "report",
                "access-to-documents",
                "public-space-permit",
                "event",
                "subsidy",
                "address-check",
                "internal-request",
                "living-wage"
            })
    void everyTypeThatShipsIsWithoutFaultAndComesBackFromItsFileAsItWas(String code) {
        DefinitionText.File file = DefinitionText.file(text(code), name -> Optional.empty());

        assertThat(file.code()).isEqualTo(code);
        assertThat(DefinitionChecks.of(file.definition())).isEmpty();
        assertThat(DefinitionText.read(DefinitionText.stored(file.definition())))
                .isEqualTo(file.definition());
        String again = DefinitionText.file(code, file.definition(), unit -> "");
        assertThat(DefinitionText.file(again, name -> Optional.empty())).isEqualTo(file);
    }

    static String text(String code) {
        try (var in = StandardTypesTest.class.getResourceAsStream("/cases/" + code + ".json")) {
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
