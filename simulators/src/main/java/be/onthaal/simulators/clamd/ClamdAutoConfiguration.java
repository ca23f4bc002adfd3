// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.clamd;

import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives the demo somebody who looks for viruses, where the product has none of its own. */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class ClamdAutoConfiguration {

    private static final String CLAMD = "onthaal.documents.clamd.";

    /** Before any bean is made, so that settings are bound with the port in them. */
    @Bean
    static BeanFactoryPostProcessor startOfClamd(ConfigurableEnvironment environment) {
        return beans -> {
            if (!environment.getProperty(CLAMD + "host", "").isBlank()) {
                return;
            }
            ClamdSimulator simulator = ClamdSimulator.start(0);
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "clamd",
                                    Map.of(
                                            CLAMD + "host",
                                            "127.0.0.1",
                                            CLAMD + "port",
                                            simulator.port())));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        };
    }
}
