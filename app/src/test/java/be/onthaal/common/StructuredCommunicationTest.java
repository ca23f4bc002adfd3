// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredCommunicationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++090/3386/34124+++",
                "***090/3386/34124***",
                "+++ 090 / 3386 / 34124 +++",
                "090/3386/34124",
                "090338634124"
            })
    void everyUsualNotationIsRead(String text) {
        assertThat(StructuredCommunication.parse(text))
                .contains(new StructuredCommunication("090338634124"));
    }

    @Test
    void ourNumberGetsItsCheckDigits() {
        var communication = StructuredCommunication.of(903_386_341L);

        assertThat(communication.display()).isEqualTo("+++090/3386/34124+++");
        assertThat(communication.number()).isEqualTo(903_386_341L);
    }

    @Test
    void aRemainderOfZeroIsWrittenAsNinetySeven() {
        assertThat(StructuredCommunication.of(97).value()).isEqualTo("000000009797");
        assertThat(StructuredCommunication.parse("000000009700")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "090338634125",
                "+++090338634124",
                "+++090338634124***",
                "++++++",
                "+++0903386341+++"
            })
    void whatIsNoCommunicationIsNotRead(String text) {
        assertThat(StructuredCommunication.parse(text)).isEmpty();
    }

    @Test
    void aNumberOfMoreThanTenDigitsDoesNotFit() {
        assertThat(StructuredCommunication.of(9_999_999_999L).number()).isEqualTo(9_999_999_999L);
        assertThatThrownBy(() -> StructuredCommunication.of(10_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StructuredCommunication.of(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
