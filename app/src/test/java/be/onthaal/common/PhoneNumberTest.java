// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 123 45 67",
                "03/123.45.67",
                "03-1234567",
                "031234567",
                "(03) 123 45 67",
                "+32 3 123 45 67",
                "+32 (0)3 123 45 67",
                "+32 03 123 45 67",
                "(+32)3 123 45 67",
                "0032 3 123 45 67",
                "0032 (0)3/123.45.67",
                "3231234567",
                "tel:+32-3-123-45-67"
            })
    void everyBelgianNotationIsRead(String text) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber("+3231234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "+32475123456, 0475 12 34 56",
        "+3223456789, 02 345 67 89",
        "+3231234567, 03 123 45 67",
        "+3242223344, 04 222 33 44",
        "+3293456789, 09 345 67 89",
        "+3215123456, 015 12 34 56",
        "+3289123456, 089 12 34 56",
        "+3278151515, 078 15 15 15",
        "+3280012345, 0800 12 345",
        "+3290012345, 0900 12 345",
        "+31201234567, +31201234567"
    })
    void itIsShownAsInTheTelephoneDirectory(String value, String shown) {
        var number = new PhoneNumber(value);

        assertThat(number.display()).isEqualTo(shown);
        assertThat(PhoneNumber.parse(shown)).contains(number);
    }

    @Test
    void onlyMobileNumbersGetTextMessages() {
        assertThat(new PhoneNumber("+32475123456").isBelgianMobile()).isTrue();
        assertThat(new PhoneNumber("+3242223344").isBelgianMobile()).isFalse();
        assertThat(new PhoneNumber("+31612345678").isBelgianMobile()).isFalse();
        assertThat(new PhoneNumber("+31612345678").isBelgian()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+31 (0)20 123 45 67, +31201234567",
        "0031 20 123 45 67, +31201234567",
        "+39 06 1234 5678, +390612345678",
        "+39 (0)6 1234 5678, +390612345678",
        "+1 (555) 123-4567, +15551234567"
    })
    void foreignNumbersKeepTheirCountry(String text, String value) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "112",
                "1700",
                "047512345",
                "04751234567",
                "03123456",
                "475123456",
                "+0475123456",
                "++32475123456",
                "+32",
                "+1234567890123456",
                "0475 12 34 56 of 03 123 45 67",
                "toestel 12",
                "03 123 45 67 #2",
                "(03 123 45 67",
                "onbekend"
            })
    void whatCannotBeDialledIsNotRead(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @Test
    void logsSeeOnlyTheTail() {
        assertThat(new PhoneNumber("+32475123456").toString()).isEqualTo("PhoneNumber[***56]");
    }
}
