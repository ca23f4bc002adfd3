// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A key that signs tokens, and how it is published. */
final class SigningKey {

    private static final Base64.Encoder BASE = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    private final String name = UUID.randomUUID().toString();
    private final String algorithm;
    private final KeyPair pair;

    private SigningKey(String algorithm, KeyPair pair) {
        this.algorithm = algorithm;
        this.pair = pair;
    }

    /** A new key for RS256, PS256 or ES256. */
    static SigningKey draw(String algorithm) {
        try {
            KeyPairGenerator generator;
            if (algorithm.equals("ES256")) {
                generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
            }
            return new SigningKey(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String algorithm() {
        return algorithm;
    }

    String name() {
        return name;
    }

    byte[] sign(String text) {
        try {
            Signature signature =
                    switch (algorithm) {
                        case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
                        case "PS256" -> probabilistic();
                        default -> Signature.getInstance("SHA256withRSA");
                    };
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As a key in a JSON Web Key Set. */
    String published() {
        String head = "{\"use\":\"sig\",\"alg\":\"%s\",\"kid\":\"%s\",".formatted(algorithm, name);
        return switch (pair.getPublic()) {
            case RSAPublicKey key ->
                    head
                            + "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                                    .formatted(
                                            unsigned(key.getModulus(), 0),
                                            unsigned(key.getPublicExponent(), 0));
            case ECPublicKey key ->
                    head
                            + "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                                    .formatted(
                                            unsigned(key.getW().getAffineX(), COORDINATE),
                                            unsigned(key.getW().getAffineY(), COORDINATE));
            default -> throw new IllegalStateException("Another sort of key");
        };
    }

    private static Signature probabilistic() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
                new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }

    private static String unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] bare = Arrays.copyOfRange(bytes, start, bytes.length);
        byte[] whole = new byte[Math.max(length, bare.length)];
        System.arraycopy(bare, 0, whole, whole.length - bare.length, bare.length);
        return BASE.encodeToString(whole);
    }
}
