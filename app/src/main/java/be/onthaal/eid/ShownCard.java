// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.eid;

/**
 * What the browser says that a card signed: a Web eID authentication token, version 1.
 *
 * @param certificate of the card, in base 64; nobody has verified it yet
 * @param algorithm as JSON Web Algorithms call it (RFC 7518)
 * @param signature in base 64; for elliptic curves the two numbers one after the other
 * @param nonce what the card was asked to sign
 */
public record ShownCard(
        String format, String certificate, String algorithm, String signature, String nonce) {

    @Override
    public String toString() {
        return "ShownCard[***]";
    }
}
