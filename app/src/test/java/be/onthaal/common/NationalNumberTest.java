// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of published examples and of the MAGDA test persons. */
class NationalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85.07.30-033.28",
                "85 07 30 033 28",
                "85073003328",
                "\u00a085.07.30-033-28 "
            })
    void everyUsualNotationIsRead(String text) {
        assertThat(NationalNumber.parse(text)).contains(new NationalNumber("85073003328"));
    }

    @Test
    void anOrdinaryNumberTellsBirthDateAndSex() {
        var number = new NationalNumber("85073003328");

        assertThat(number.kind()).isEqualTo(NationalNumber.Kind.ORDINARY);
        assertThat(number.birthDate()).contains(LocalDate.of(1985, 7, 30));
        assertThat(number.sex()).contains(NationalNumber.Sex.MALE);
        assertThat(number.display()).isEqualTo("85.07.30-033.28");
    }

    @Test
    void theCheckDigitsTellTheCentury() {
        assertThat(new NationalNumber("17073003384").birthDate())
                .contains(LocalDate.of(2017, 7, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "71690999827,TEST", // month raised by 60
        "92680400057,TEST", // serial 000
        "88680599911,TEST", // serial 999
        "77902199738,TEST", // BIS and test: raised by 80
        "65690299913,TEST",
        "41721200035,TEST"
    })
    void testNumbersAreKnownAndTellNothingMore(String value, NationalNumber.Kind kind) {
        var number = new NationalNumber(value);

        assertThat(number.kind()).isEqualTo(kind);
        assertThat(number.birthDate()).isEmpty();
        assertThat(number.sex()).isEmpty();
    }

    @Test
    void aBisNumberTellsNothingMore() {
        for (String month : new String[] {"20", "27", "32", "40", "47", "52"}) {
            var number = new NationalNumber(withCheck("85" + month + "30033"));

            assertThat(number.kind()).isEqualTo(NationalNumber.Kind.BIS);
            assertThat(number.birthDate()).isEmpty();
            assertThat(number.sex()).isEmpty();
        }
    }

    @Test
    void anUnknownMonthTellsNothingAndAnUnknownDayOnlyTheSex() {
        var noMonth = new NationalNumber(withCheck("400001002"));
        var noDay = new NationalNumber(withCheck("400500002"));

        assertThat(noMonth.birthDate()).isEmpty();
        assertThat(noMonth.sex()).isEmpty();
        assertThat(noDay.birthDate()).isEmpty();
        assertThat(noDay.sex()).contains(NationalNumber.Sex.FEMALE);
    }

    @Test
    void theTwentyNinthOfFebruaryExistsInLeapYearsOnly() {
        assertThat(NationalNumber.parse(withCheck("840229001"))).isPresent();
        assertThat(NationalNumber.parse(withCheck("850229001"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20652674825", // wrong check digits, as MAGDA publishes it
                "01691214397",
                "00000000000",
                "99999999999",
                "8507300332",
                "850730033280",
                "85073O03328"
            })
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(NationalNumber.parse(text)).isEmpty();
    }

    @Test
    void monthsAndSerialsThatNobodyGivesAreRefused() {
        for (String first :
                new String[] {
                    "851330001", "855530001", "859330001", "850730000", "850730999", "850732001"
                }) {
            assertThat(NationalNumber.parse(withCheck(first))).as(first).isEmpty();
        }
    }

    @Test
    void logsSeeNeitherTheNumberNorTheBirthDate() {
        var number = new NationalNumber("85073003328");

        assertThat(number.toString()).isEqualTo("NationalNumber[***28]");
        assertThat("for " + number).doesNotContain("8507");
        assertThatThrownBy(() -> new NationalNumber("85073003329"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("8507");
    }

    private static String withCheck(String first) {
        int check = 97 - Integer.parseInt(first) % 97;
        return first + (check < 10 ? "0" : "") + check;
    }
}
