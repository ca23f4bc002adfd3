// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that bpost describes on its page of questions about barcodes, and standard S10. */
class BarcodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010541288500452621221234567890",
                "RR123456785BE",
                "rr 123 456 785 be",
                "329998745632147852365873",
                "323256984521032569",
                "JJBEA2356412012365478896541",
                "3SABC0012345678"
            })
    void whatIsWholeIsRead(String scanned) {
        assertThat(Barcode.of(scanned).value()).matches("[A-Z0-9]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "01054128850045262122123456789",
                "RR123456784BE",
                "3299987456321478523658",
                "JJBEA23564120123654788965",
                "<script>alert(1)</script>",
                "RR123456785BE'; drop table post.entry"
            })
    void whatLacksADigitOrIsNoCodeIsRefused(String scanned) {
        assertThatThrownBy(() -> Barcode.of(scanned)).isInstanceOf(Refused.class);
    }
}
