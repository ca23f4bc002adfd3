// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What we and the receiver share, as Standard Webhooks 1.0 writes it: {@code whsec_} and base64.
 */
public record SigningSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    public SigningSecret {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not a secret of a webhook");
        }
    }

    static SigningSecret draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The signature over id, moment and body (Standard Webhooks 1.0, symmetric scheme v1). */
    public String sign(UUID id, Instant at, String body) {
        String signed = id + "." + at.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(value.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "SigningSecret[***]";
    }
}
