// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;

/** A card with its key, in a reader, and somebody who knows its PIN. */
public final class EidCard {

    private final KeyPair keys;
    private final byte[] certificate;

    EidCard(KeyPair keys, byte[] certificate) {
        this.keys = keys;
        this.certificate = certificate.clone();
    }

    /** What the browser hands over, as Web eID writes it; the signature in base 64. */
    public record Token(String format, String certificate, String algorithm, String signature) {}

    /** Signs the address of a site and what it asks. */
    public Token sign(String origin, String nonce) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
            signature.update(digest.digest(nonce.getBytes(StandardCharsets.UTF_8)));
            Base64.Encoder base = Base64.getEncoder();
            return new Token(
                    "web-eid:1.0",
                    base.encodeToString(certificate),
                    "ES384",
                    base.encodeToString(signature.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
