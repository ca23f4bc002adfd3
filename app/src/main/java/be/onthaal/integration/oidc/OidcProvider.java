// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import be.onthaal.access.spi.IdentityProvider;
import be.onthaal.access.spi.Vouched;
import be.onthaal.common.Refused;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks OpenID Connect: the code flow with PKCE, and claims as ACM/IDM gives them. */
final class OidcProvider implements IdentityProvider {

    private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration DISCOVERED_FOR = Duration.ofHours(1);
    private static final int LONGEST = 255;
    private static final int LONGEST_CODE = 4_096;

    private final OidcSettings settings;
    private final Wire wire;
    private final IdTokens idTokens;
    private final Clock clock;
    private volatile @Nullable Known known;

    OidcProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.wire = new Wire(settings.patience());
        this.idTokens = new IdTokens(settings);
        this.clock = clock;
    }

    @Override
    public boolean isOffered() {
        return !settings.issuer().isBlank();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public URI departure(Secrets secrets) {
        URI authorization = discovery().authorization();
        CodeChallenge challenge =
                CodeChallenge.compute(
                        CodeChallengeMethod.S256, new CodeVerifier(secrets.verifier()));
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.client());
        asked.put("redirect_uri", settings.returnTo());
        asked.put("scope", settings.scopes());
        asked.put("state", secrets.state());
        asked.put("nonce", secrets.nonce());
        asked.put("code_challenge", challenge.getValue());
        asked.put("code_challenge_method", "S256");
        asked.put("ui_locales", "nl");
        String address = authorization.toString();
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(asked));
    }

    @Override
    public Vouched redeem(String code, Secrets secrets) {
        Discovery discovery = discovery();
        String token = idToken(discovery, code, secrets);
        try {
            return vouched(idTokens.read(token, secrets.nonce(), discovery.keys()));
        } catch (IdTokens.Unbelievable wrong) {
            throw refused("access.provider-answer", String.valueOf(wrong.getMessage()));
        } catch (IOException away) {
            throw refused("access.provider-away", String.valueOf(away.getMessage()));
        }
    }

    private String idToken(Discovery discovery, String code, Secrets secrets) {
        if (code.length() > LONGEST_CODE) {
            throw refused("access.provider-answer", "the code is too long");
        }
        Map<String, String> given = new LinkedHashMap<>();
        given.put("grant_type", "authorization_code");
        given.put("code", code);
        given.put("redirect_uri", settings.returnTo());
        given.put("code_verifier", secrets.verifier());
        boolean header = !settings.secret().isEmpty() && !discovery.secretInBody();
        if (!header) {
            given.put("client_id", settings.client());
        }
        if (!header && !settings.secret().isEmpty()) {
            given.put("client_secret", settings.secret());
        }
        try {
            Wire.Answer answer =
                    wire.post(discovery.token(), form(given), header ? credentials() : "");
            if (answer.status() >= 500) {
                throw new IOException("the token endpoint answered " + answer.status());
            }
            if (answer.status() != 200) {
                throw refused(
                        "access.provider-answer", "the token endpoint answered " + answer.status());
            }
            Object token = JSONObjectUtils.parse(answer.body()).get("id_token");
            if (token instanceof String text) {
                return text;
            }
            throw refused("access.provider-answer", "there is no ID token");
        } catch (IOException away) {
            throw refused("access.provider-away", String.valueOf(away.getMessage()));
        } catch (ParseException nonsense) {
            throw refused("access.provider-answer", "the token endpoint answers no JSON");
        }
    }

    private static Vouched vouched(JWTClaimsSet claims) {
        return new Vouched(
                claims.getIssuer(),
                claim(claims, "sub")
                        .orElseThrow(() -> refused("access.provider-answer", "the subject is odd")),
                claim(claims, "vo_id"),
                claim(claims, "vo_orgcode"),
                claim(claims, "rrn"));
    }

    /** What fits in a row and on a screen; anything else is no name of a person or authority. */
    private static Optional<String> claim(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text
                        && !text.isBlank()
                        && text.length() <= LONGEST
                        && text.chars().allMatch(c -> c > 0x20 && c < 0x7f)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** What the provider said about itself, and until when that is believed. */
    private record Known(Discovery discovery, Instant until) {}

    /** Nobody waits for another one who asks: a provider that hangs must not hang us. */
    private Discovery discovery() {
        Known found = known;
        if (found == null || !clock.instant().isBefore(found.until())) {
            try {
                Discovery said = Discovery.ask(settings, wire);
                found = new Known(said, clock.instant().plus(DISCOVERED_FOR));
            } catch (IOException away) {
                throw refused("access.provider-away", String.valueOf(away.getMessage()));
            }
            known = found;
        }
        return found.discovery();
    }

    /** The secret of the client in a header, each half encoded first (RFC 6749, 2.3.1). */
    private String credentials() {
        String both = encoded(settings.client()) + ":" + encoded(settings.secret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The log says what went wrong, and nothing of who, which code or which token. */
    private static Refused refused(String code, String why) {
        log.warn("Sign-in through the identity provider fails: {}", why);
        return new Refused(code);
    }
}
