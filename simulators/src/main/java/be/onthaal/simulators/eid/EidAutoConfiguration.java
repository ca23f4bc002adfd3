// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.eid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demo an issuer of identity cards and a reader with two cards in it, unless it trusts
 * real issuers: {@code onthaal.simulators.eid.cards} is where the demo asks a card to sign.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class EidAutoConfiguration {

    private static final String ISSUERS = "onthaal.eid.issuers";

    /** Before any bean is made, so that settings are bound with the issuer in them. */
    @Bean
    static BeanFactoryPostProcessor startOfEid(ConfigurableEnvironment environment) {
        return beans -> {
            if (!environment.getProperty(ISSUERS, "").isBlank()) {
                return;
            }
            EidIssuer issuer = EidIssuer.called("Onthaal Demo Citizen CA");
            Path file = file();
            issuer.publish(file);
            Map<String, EidCard> cards = new LinkedHashMap<>();
            cards.put(
                    "Wouter Van den Bossche",
                    card(issuer, "Wouter Jan", "Van den Bossche", "85673003360"));
            cards.put("Lien Peeters", card(issuer, "Lien Maria", "Peeters", "90610100155"));
            CardReader reader = CardReader.start(cards);
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "eid",
                                    Map.of(
                                            ISSUERS,
                                            file.toString(),
                                            "onthaal.eid.revocation",
                                            "false",
                                            "onthaal.simulators.eid.cards",
                                            reader.address())));
            Runtime.getRuntime().addShutdownHook(new Thread(reader::close));
        };
    }

    private static EidCard card(EidIssuer issuer, String given, String family, String number) {
        return issuer.issue(given, family, number, EidIssuer.Use.SIGNING_IN);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("onthaal-eid-", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
