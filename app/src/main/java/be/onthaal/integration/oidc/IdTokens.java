// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Set;

/**
 * Reads an ID token and believes it only when the provider signed it, for us, now, and in answer to
 * this sign-in (OpenID Connect Core 3.1.3.7).
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALLOWED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OidcSettings settings;

    IdTokens(OidcSettings settings) {
        this.settings = settings;
    }

    /** An ID token that cannot be believed, and why; never what is in it. */
    static final class Unbelievable extends Exception {

        private static final long serialVersionUID = 1L;

        Unbelievable(String why) {
            super(why);
        }
    }

    JWTClaimsSet read(String token, String nonce, JWKSource<SecurityContext> keys)
            throws Unbelievable, IOException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALLOWED, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> check(claims, nonce));
        try {
            return processor.process(token, null);
        } catch (KeySourceException away) {
            throw new IOException("the keys do not come", away);
        } catch (ParseException | JOSEException unreadable) {
            throw new Unbelievable("the ID token cannot be read");
        } catch (BadJWTException wrong) {
            throw new Unbelievable(String.valueOf(wrong.getMessage()));
        } catch (BadJOSEException unsigned) {
            throw new Unbelievable("the ID token is not signed by the provider");
        }
    }

    private void check(JWTClaimsSet claims, String nonce) throws BadJWTException {
        new IDTokenClaimsVerifier(
                        new Issuer(settings.issuer()),
                        new ClientID(settings.client()),
                        null,
                        (int) settings.skew().toSeconds())
                .verify(claims, null);
        if (!same(nonce, claims.getClaim("nonce"))) {
            throw new BadJWTException("the ID token answers another sign-in (nonce)");
        }
        Object party = claims.getClaim("azp");
        boolean ours = party == null ? claims.getAudience().size() == 1 : isUs(party);
        if (!ours) {
            throw new BadJWTException("the ID token is for another client (azp)");
        }
    }

    private boolean isUs(Object party) {
        return settings.client().equals(party);
    }

    private static boolean same(String nonce, Object claimed) {
        return claimed instanceof String text
                && MessageDigest.isEqual(
                        nonce.getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8));
    }
}
