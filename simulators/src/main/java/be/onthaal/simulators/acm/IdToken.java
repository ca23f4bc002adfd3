// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes ID tokens, right or with one thing wrong. */
final class IdToken {

    private static final Base64.Encoder BASE = Base64.getUrlEncoder().withoutPadding();
    private static final int LIFE = 300;
    private static final int LONG_AGO = 3_600;

    private final String issuer;
    private final String client;
    private final String secret;

    IdToken(String issuer, String client, String secret) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
    }

    String write(AcmPerson person, String nonce, SigningKey key, Flaw flaw) {
        String algorithm =
                switch (flaw) {
                    case UNSIGNED -> "none";
                    case SHARED_SECRET -> "HS256";
                    default -> key.algorithm();
                };
        String head =
                "{\"typ\":\"JWT\",\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, key.name());
        String signed = encoded(head) + "." + encoded(json(claims(person, nonce, flaw)));
        String content =
                flaw == Flaw.TAMPERED
                        ? encoded(head)
                                + "."
                                + encoded(json(claims(person, nonce, flaw)).replace("sub", "sub "))
                        : signed;
        return switch (flaw) {
            case UNSIGNED -> content + ".";
            case SHARED_SECRET -> content + "." + BASE.encodeToString(mac(signed));
            case OTHER_KEY ->
                    content
                            + "."
                            + BASE.encodeToString(SigningKey.draw(key.algorithm()).sign(signed));
            default -> content + "." + BASE.encodeToString(key.sign(signed));
        };
    }

    private Map<String, Object> claims(AcmPerson person, String nonce, Flaw flaw) {
        long now = System.currentTimeMillis() / 1_000;
        long issued =
                switch (flaw) {
                    case EXPIRED -> now - LONG_AGO;
                    case FROM_THE_FUTURE -> now + LONG_AGO;
                    default -> now;
                };
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", flaw == Flaw.WRONG_ISSUER ? issuer + "/ander" : issuer);
        claims.put(
                "aud",
                switch (flaw) {
                    case WRONG_AUDIENCE -> "een-andere-toepassing";
                    case SECOND_AUDIENCE -> new String[] {client, "een-andere-toepassing"};
                    default -> client;
                });
        claims.put("iat", issued);
        claims.put("exp", issued + LIFE);
        if (flaw == Flaw.WRONG_PARTY) {
            claims.put("azp", "een-andere-toepassing");
        }
        if (flaw != Flaw.NO_NONCE) {
            claims.put("nonce", flaw == Flaw.WRONG_NONCE ? "van-een-ander" : nonce);
        }
        if (flaw != Flaw.NO_SUBJECT) {
            claims.put("sub", flaw == Flaw.ODD_SUBJECT ? "a\u0000b" : person.subject());
        }
        if (person.isCitizen()) {
            claims.put("rrn", person.national());
            claims.put("vo_doelgroepcode", "BUR");
        } else {
            claims.put("vo_id", person.voId());
            claims.put("vo_orgcode", person.organisation());
            claims.put("vo_orgnaam", person.organisationName());
            claims.put("vo_doelgroepcode", "LB");
        }
        return claims;
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String json(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Long number -> number.toString();
            case String[] list -> "[" + text(list[0]) + "," + text(list[1]) + "]";
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        return "\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000")
                + "\"";
    }

    private static String encoded(String json) {
        return BASE.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
