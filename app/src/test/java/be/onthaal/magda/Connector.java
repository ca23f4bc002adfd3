// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.magda.MagdaSettings.Breaker;
import be.onthaal.magda.MagdaSettings.Keys;
import be.onthaal.magda.MagdaSettings.Patience;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.simulators.magda.Magda;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** A connector as another process would have it, with a MAGDA of its own behind it. */
final class Connector {

    final Gateway gateway;
    final MagdaPersons persons;
    final MagdaEnterprises enterprises;
    final MagdaSocialData social;
    final MagdaChanges changes;

    private Connector(Parts parts, MagdaSettings settings) {
        this.gateway =
                new Gateway(
                        settings,
                        new Line(settings),
                        new Signing(settings),
                        parts.ledger(),
                        parts.authorities(),
                        parts.clock());
        this.persons = new MagdaPersons(gateway);
        this.enterprises = new MagdaEnterprises(gateway);
        this.social = new MagdaSocialData(gateway, parts.clock());
        this.changes = new MagdaChanges(gateway, settings, parts.authorities());
    }

    /** What all processes share. */
    record Parts(Ledger ledger, Authorities authorities, Clock clock) {}

    static Connector to(Magda magda, Authority authority, Parts parts) {
        return with(settings(magda.endpoint(), authority), parts);
    }

    static Connector with(MagdaSettings settings, Parts parts) {
        return new Connector(parts, settings);
    }

    /** Short waits: a test that waits is a test that nobody runs. */
    static MagdaSettings settings(String endpoint, Authority authority) {
        return new MagdaSettings(
                endpoint,
                Map.of(),
                Map.of(authority.slug(), new Sender("proefdorp.be/onthaal", "a1300", "")),
                new Keys("", ""),
                new Patience(
                        Duration.ofMillis(500),
                        Duration.ofMillis(1_500),
                        Duration.ofSeconds(4),
                        3,
                        Duration.ofMillis(10)),
                new Breaker(1_000, Duration.ofSeconds(30)),
                DataSize.ofMegabytes(2));
    }

    static MagdaSettings with(MagdaSettings settings, Breaker breaker) {
        return new MagdaSettings(
                settings.endpoint(),
                settings.endpoints(),
                settings.senders(),
                settings.keys(),
                settings.patience(),
                breaker,
                settings.largest());
    }

    static MagdaSettings with(MagdaSettings settings, Keys keys) {
        return new MagdaSettings(
                settings.endpoint(),
                settings.endpoints(),
                settings.senders(),
                keys,
                settings.patience(),
                settings.breaker(),
                settings.largest());
    }
}
