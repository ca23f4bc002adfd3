// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** "12345678901234567890" in base 32. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theVectorsOfTheStandardComeOut(long second, String code) {
        byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

        assertThat(Totp.code(key, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.at(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @Test
    void theCodeBeforeAndAfterIsRightTooAndNoOther() {
        Instant now = Instant.parse("2026-11-23T10:00:10Z");
        long step = now.getEpochSecond() / 30;

        for (int off = -1; off <= 1; off++) {
            String code = Totp.at(RFC_SECRET, now.plusSeconds(30L * off));
            assertThat(Totp.match(RFC_SECRET, code, now)).hasValue(step + off);
        }
        assertThat(Totp.match(RFC_SECRET, Totp.at(RFC_SECRET, now.plusSeconds(60)), now)).isEmpty();
        assertThat(Totp.match(RFC_SECRET, Totp.at(RFC_SECRET, now.minusSeconds(60)), now))
                .isEmpty();
        assertThat(Totp.match(RFC_SECRET, "", now)).isEmpty();
    }

    @Test
    void aSecretIsDrawnOfAHundredAndSixtyBits() {
        String secret = Totp.draw(new SecureRandom());

        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.draw(new SecureRandom()));
        Instant now = Instant.parse("2026-11-23T10:00:10Z");
        assertThat(Totp.match(secret, Totp.at(secret, now), now)).isPresent();
    }
}
