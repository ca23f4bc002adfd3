// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this installation reaches MAGDA; without an endpoint it does not.
 *
 * @param endpoint where questions go, unless their service has an address of its own
 * @param endpoints addresses of single services, by their name such as GeefPersoon
 * @param senders as what MAGDA knows each authority, by the slug of the authority; dashes may be
 *     left out, since names of environment variables have none
 * @param keys what questions are signed with
 * @param largest the most that an answer may be
 */
@ConfigurationProperties("onthaal.magda")
record MagdaSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue Map<String, String> endpoints,
        @DefaultValue Map<String, Sender> senders,
        @DefaultValue Keys keys,
        @DefaultValue Patience patience,
        @DefaultValue Breaker breaker,
        @DefaultValue("8MB") DataSize largest) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    MagdaSettings {
        endpoints = Map.copyOf(endpoints);
        senders = Map.copyOf(senders);
        if (!endpoint.isBlank() && !isPrivate(URI.create(endpoint))) {
            throw new IllegalArgumentException("onthaal.magda.endpoint has no TLS");
        }
        endpoints.forEach((service, address) -> {
            if (!isPrivate(URI.create(address))) {
                throw new IllegalArgumentException(
                        "onthaal.magda.endpoints." + service + " has no TLS");
            }
        });
    }

    /**
     * An authority as MAGDA knows it.
     *
     * @param identification the URI that Digitaal Vlaanderen gave it
     * @param capacity its code of capacity (hoedanigheid), where it still has one
     * @param key the alias of its key; empty for the first of the key store
     */
    record Sender(
            String identification,
            @DefaultValue("") String capacity,
            @DefaultValue("") String key) {

        Optional<String> findCapacity() {
            return capacity.isBlank() ? Optional.empty() : Optional.of(capacity);
        }
    }

    /** A key store in PKCS#12; without one, questions are not signed. */
    record Keys(@DefaultValue("") String file, @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Keys[" + file + "]";
        }
    }

    /**
     * How long is waited.
     *
     * @param connect for a line
     * @param read for one answer, to its last byte
     * @param whole for all attempts together, so that nobody at the counter waits longer
     * @param attempts how often at most a question is asked that may be repeated
     * @param backOff the first pause between two attempts; each next one is twice as long
     */
    record Patience(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("6s") Duration read,
            @DefaultValue("10s") Duration whole,
            @DefaultValue("3") int attempts,
            @DefaultValue("200ms") Duration backOff) {}

    /**
     * When a service is left alone.
     *
     * @param failures after so many in a row
     * @param pause for so long; then one question is let through to see
     */
    record Breaker(@DefaultValue("5") int failures, @DefaultValue("30s") Duration pause) {}

    URI address(MagdaService service) {
        return URI.create(endpoints.getOrDefault(service.title(), endpoint));
    }

    /** The authority as MAGDA knows it; empty when it is not connected. */
    Optional<Sender> sender(String slug) {
        if (endpoint.isBlank()) {
            return Optional.empty();
        }
        Sender exact = senders.get(slug);
        return Optional.ofNullable(exact == null ? senders.get(slug.replace("-", "")) : exact);
    }

    /** Questions travel over TLS, or do not leave this machine. */
    private static boolean isPrivate(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host)));
    }
}
