// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access.spi;

import java.net.URI;

/**
 * A provider of identities with which people may sign in, such as ACM/IDM. Both questions may ask
 * the outside world, so never inside a transaction; both are refused with a code that has a
 * sentence.
 */
public interface IdentityProvider {

    /** False when the installation has none: there is no button then. */
    boolean isOffered();

    /** What its button calls it. */
    String name();

    /** Where a browser goes to be recognised. */
    URI departure(Secrets secrets);

    /** Whom the provider vouches for, when a browser has come back with a code. */
    Vouched redeem(String code, Secrets secrets);

    /**
     * What one sign-in is recognised by.
     *
     * @param state comes back with the browser
     * @param nonce comes back inside what the provider signed
     * @param verifier proves that whoever redeems the code also asked for it (PKCE)
     */
    record Secrets(String state, String nonce, String verifier) {

        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }
}
