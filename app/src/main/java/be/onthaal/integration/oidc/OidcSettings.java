// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One provider of identities; without an issuer there is none.
 *
 * @param issuer its address, exactly as it calls itself
 * @param client how it knows this installation
 * @param secret by which this installation proves that; empty for a client without one
 * @param scopes what is asked for, with spaces between
 * @param name what the button calls it
 * @param returnTo the page of ours that a browser comes back to, as it is registered there
 * @param patience how long one answer may take, to its last byte
 * @param skew by how much its clock may differ from ours
 */
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String client,
        @DefaultValue("") String secret,
        @DefaultValue("openid profile vo") String scopes,
        @DefaultValue("Toegang (ACM/IDM)") String name,
        @DefaultValue("") String returnTo,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("30s") Duration skew) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    OidcSettings {
        if (!issuer.isBlank()) {
            if (client.isBlank()) {
                throw new IllegalArgumentException(
                        "A provider of identities has an issuer and no client");
            }
            if (!List.of(scopes.split(" ")).contains("openid")) {
                throw new IllegalArgumentException(
                        "The scopes of a provider of identities lack openid");
            }
            if (!isPrivate(URI.create(issuer))) {
                throw new IllegalArgumentException(
                        "The issuer of a provider of identities has no TLS");
            }
        }
    }

    /** Secrets travel over TLS, or do not leave this machine. */
    static boolean isPrivate(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host)));
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
