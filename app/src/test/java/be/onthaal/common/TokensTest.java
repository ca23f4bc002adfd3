// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String SHA_256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTokenHas256BitsAndFitsAnAddress() {
        Token token = new Tokens().draw();

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(token.value())).hasSize(32);
        assertThat(Token.parse(token.value())).contains(token);
    }

    @Test
    void noTwoTokensAreTheSame() {
        var tokens = new Tokens();
        Set<Token> drawn = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            drawn.add(tokens.draw());
        }

        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void onlyOneSpellingOpensTheDoor() {
        assertThat(Token.parse("A".repeat(43))).isPresent();
        assertThat(Token.parse("A".repeat(42) + "B")).isEmpty();
        assertThat(Token.parse("A".repeat(43) + "=")).isEmpty();
        assertThat(Token.parse("A".repeat(43) + "\n")).isEmpty();
    }

    @Test
    void logsNeverSeeAToken() {
        assertThat(new Tokens().draw().toString()).isEqualTo("Token[***]");
        assertThatThrownBy(() -> new Token("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void aDigestIsTheSameForTextBytesAndStreams() throws IOException {
        byte[] abc = {'a', 'b', 'c'};
        var copy = new ByteArrayOutputStream();

        Digest copied = Digest.whileCopying(new ByteArrayInputStream(abc), copy);

        assertThat(copied).isEqualTo(new Digest(SHA_256_OF_ABC));
        assertThat(copy.toByteArray()).isEqualTo(abc);
        assertThat(Digest.of("abc")).isEqualTo(copied);
        assertThat(Digest.of(abc)).isEqualTo(copied);
        assertThat(Digest.of(new ByteArrayInputStream(abc))).isEqualTo(copied);
    }

    @Test
    void digestsMatchOnlyWhenEqual() {
        var digest = new Digest(SHA_256_OF_ABC);

        assertThat(digest.matches(Digest.of("abc"))).isTrue();
        assertThat(digest.matches(Digest.of("abd"))).isFalse();
        assertThat(digest.bytes()).hasSize(32);
    }

    @Test
    void aDigestHasSixtyFourSmallDigits() {
        assertThat(Digest.parse("A".repeat(64))).isEmpty();
        assertThat(Digest.parse("a".repeat(63))).isEmpty();
        assertThatThrownBy(() -> new Digest("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
