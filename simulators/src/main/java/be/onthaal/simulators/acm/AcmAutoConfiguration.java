// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.acm;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demo a provider of identities, unless it has a real one. Setting: {@code
 * onthaal.simulators.acm.port} (3380); 0 is any free port. The port it got replaces that setting.
 * The people of the demo can sign in with it, and two who may not: one whom nobody wrote down, and
 * one who comes for a town where she does not work. Two come as citizens: one is a customer.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class AcmAutoConfiguration {

    private static final String PORT = "onthaal.simulators.acm.port";
    private static final String SIGN_IN = "onthaal.sign-in.";
    private static final String CITIZENS = "onthaal.citizens.";
    private static final String MORTSEL = "Stad Mortsel";
    private static final List<AcmPerson> PEOPLE =
            List.of(
                    mortsel("Nadia El Amrani", "nadia.el.amrani"),
                    mortsel("Els Verbeeck", "els.verbeeck"),
                    mortsel("Tom Claes", "tom.claes"),
                    mortsel("Bram Maes", "bram.maes"),
                    AcmPerson.of(
                            "Jonas De Wit",
                            "jonas.de.wit@mortsel.example",
                            "0212200861",
                            "OCMW Mortsel"),
                    AcmPerson.of(
                            "Els Verbeeck",
                            "els.verbeeck@mortsel.example",
                            "OVO002045",
                            "Gemeente Denderleeuw"),
                    mortsel("Sofie Lenaerts, nog niet ingevuld", "sofie.lenaerts"),
                    AcmPerson.citizen("Wouter Van den Bossche", "85673003360"),
                    AcmPerson.citizen("Lien Peeters, geen klant", "90610100155"));

    /** Before any bean is made, so that settings are bound with its address in them. */
    @Bean
    static BeanFactoryPostProcessor startOfAcm(ConfigurableEnvironment environment) {
        return beans -> {
            if (!environment.getProperty(SIGN_IN + "issuer", "").isBlank()) {
                return;
            }
            Acm acm =
                    Acm.start(
                            environment.getProperty(PORT, Integer.class, 3380),
                            UUID.randomUUID().toString(),
                            environment.getProperty(SIGN_IN + "return-to", ""),
                            environment.getProperty(CITIZENS + "return-to", ""));
            PEOPLE.forEach(acm::add);
            beans.registerSingleton("acm", acm);
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "acm",
                                    Map.of(
                                            PORT,
                                            acm.port(),
                                            SIGN_IN + "issuer",
                                            acm.issuer(),
                                            SIGN_IN + "client",
                                            Acm.CLIENT,
                                            SIGN_IN + "secret",
                                            acm.secret(),
                                            CITIZENS + "issuer",
                                            acm.issuer(),
                                            CITIZENS + "client",
                                            Acm.CLIENT,
                                            CITIZENS + "secret",
                                            acm.secret())));
            Runtime.getRuntime().addShutdownHook(new Thread(acm::close));
        };
    }

    private static AcmPerson mortsel(String name, String mailbox) {
        return AcmPerson.of(name, mailbox + "@mortsel.example", "OVO002187", MORTSEL);
    }
}
