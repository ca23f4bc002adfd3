// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts are the examples of the IBAN registry. */
class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE68 5390 0754 7034",
                "be68539007547034",
                "IBAN BE68 5390 0754 7034",
                "BE68-5390-0754-7034"
            })
    void everyUsualNotationIsRead(String text) {
        assertThat(Iban.parse(text)).contains(new Iban("BE68539007547034"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL91ABNA0417164300",
                "FR1420041010050500013M02606",
                "DE89370400440532013000",
                "LU280019400644750000",
                "GB29NWBK60161331926819",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "TR330006100519786457841326",
                "MU17BOMM0101101030300200000MUR"
            })
    void foreignAccountsAreRead(String text) {
        Iban iban = Iban.parse(text).orElseThrow();

        assertThat(iban.country()).isEqualTo(text.substring(0, 2));
        assertThat(iban.display().replace(" ", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE68539007547035",
                "BE6853900754703",
                "BE685390075470340",
                "NL91ABNA041716430",
                "BE00539007547034",
                "68539007547034",
                "BE"
            })
    void whatIsNoAccountIsNotRead(String text) {
        assertThat(Iban.parse(text)).isEmpty();
    }

    @Test
    void aBelgianAccountMustAlsoFitItsOldCheckDigits() {
        // 539007547035 breaks the national check; BE41 makes the international one fit.
        assertThat(Iban.parse("BE41539007547035")).isEmpty();
    }

    @Test
    void itIsShownInGroupsOfFourAndHiddenFromLogs() {
        var iban = new Iban("BE68539007547034");

        assertThat(iban.display()).isEqualTo("BE68 5390 0754 7034");
        assertThat(iban.toString()).isEqualTo("Iban[BE***034]");
    }
}
