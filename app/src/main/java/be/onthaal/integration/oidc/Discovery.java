// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says about itself (OpenID Connect Discovery), and its keys.
 *
 * @param authorization where browsers go
 * @param token where codes are redeemed
 * @param secretInBody true when it takes the secret of a client in the form only
 * @param keys fetched when needed, remembered for minutes, asked again for a key that is new
 */
record Discovery(
        URI authorization, URI token, boolean secretInBody, JWKSource<SecurityContext> keys) {

    private static final long KEYS_LAST = 5 * 60 * 1000L;
    private static final long KEYS_WAIT = 15 * 1000L;
    private static final long KEYS_AGAIN = 10 * 1000L;

    static Discovery ask(OidcSettings settings, Wire wire) throws IOException {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Wire.Answer answer = wire.get(URI.create(base + "/.well-known/openid-configuration"));
        if (answer.status() != 200) {
            throw new IOException("discovery answered " + answer.status());
        }
        try {
            Map<String, Object> said = JSONObjectUtils.parse(answer.body());
            if (!issuer.equals(said.get("issuer"))) {
                throw new IOException("discovery names another issuer");
            }
            return new Discovery(
                    address(said, "authorization_endpoint"),
                    address(said, "token_endpoint"),
                    wantsSecretInBody(said.get("token_endpoint_auth_methods_supported")),
                    keys(address(said, "jwks_uri"), wire));
        } catch (ParseException nonsense) {
            throw new IOException("discovery is no JSON", nonsense);
        }
    }

    private static URI address(Map<String, Object> said, String name) throws IOException {
        try {
            URI address = URI.create(String.valueOf(said.get(name)));
            if (OidcSettings.isPrivate(address)) {
                return address;
            }
        } catch (IllegalArgumentException nonsense) {
            throw new IOException("discovery has no " + name, nonsense);
        }
        throw new IOException("discovery has no " + name + " with TLS");
    }

    /** Without a word about it the header is what every provider takes (RFC 8414). */
    private static boolean wantsSecretInBody(@Nullable Object methods) {
        return methods instanceof List<?> named
                && !named.contains("client_secret_basic")
                && named.contains("client_secret_post");
    }

    private static JWKSource<SecurityContext> keys(URI address, Wire wire) throws IOException {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), wire)
                    .cache(KEYS_LAST, KEYS_WAIT)
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_AGAIN)
                    .build();
        } catch (MalformedURLException nonsense) {
            throw new IOException("the keys have no address", nonsense);
        }
    }
}
