// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.Optional;
import java.util.regex.Pattern;

/** A secret that opens one thing for whoever holds the link; only its digest is ever stored. */
public record Token(String value) {

    /** 256 bits in base 64 without padding; the last character carries only four of its bits. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    public Token {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    public static Optional<Token> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
    }

    public Digest digest() {
        return Digest.of(value);
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
