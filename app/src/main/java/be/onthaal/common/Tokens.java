// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws tokens that nobody can guess, fit for an address on the web. */
public final class Tokens {

    private static final int BYTES = 32;

    private final SecureRandom random;

    public Tokens() {
        this(new SecureRandom());
    }

    Tokens(SecureRandom random) {
        this.random = random;
    }

    public Token draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
