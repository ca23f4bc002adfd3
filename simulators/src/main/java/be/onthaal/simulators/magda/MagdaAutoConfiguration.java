// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demo a MAGDA, unless it has a real one. Settings: {@code onthaal.simulators.magda.port}
 * (3390); 0 is any free port. The port it got replaces that setting. With {@code
 * onthaal.simulators.magda.data} it answers from a folder instead of from the invented town. The
 * authorities of Mortsel are connected, each as a sender of its own; the other towns are not.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class MagdaAutoConfiguration {

    private static final String PREFIX = "onthaal.simulators.magda.";
    private static final String MAGDA = "onthaal.magda.";

    /** Before any bean is made, so that settings are bound with its address in them. */
    @Bean
    static BeanFactoryPostProcessor startOfMagda(ConfigurableEnvironment environment) {
        return beans -> {
            if (!environment.getProperty(MAGDA + "endpoint", "").isBlank()) {
                return;
            }
            int port = environment.getProperty(PREFIX + "port", Integer.class, 3390);
            String data = environment.getProperty(PREFIX + "data", "");
            Magda magda = data.isBlank() ? Magda.start(port) : Magda.start(port, Path.of(data));
            beans.registerSingleton("magdaSimulator", magda);
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "magda",
                                    Map.of(
                                            PREFIX + "port",
                                            magda.port(),
                                            MAGDA + "endpoint",
                                            magda.endpoint(),
                                            MAGDA + "senders.mortsel.identification",
                                            "mortsel.example/onthaal",
                                            MAGDA + "senders.ocmw-mortsel.identification",
                                            "ocmw.mortsel.example/onthaal")));
            Runtime.getRuntime().addShutdownHook(new Thread(magda::close));
        };
    }
}
