// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.kbo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demo a register of enterprises around its town, as a file of KBO Open Data: {@code
 * onthaal.simulators.kbo.extract} says where it is.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class KboAutoConfiguration {

    private static final String EXTRACT = "onthaal.simulators.kbo.extract";

    /** Before any bean is made, so that settings are bound with it in them. */
    @Bean
    static BeanFactoryPostProcessor registerOfTheDemo(ConfigurableEnvironment environment) {
        return beans -> {
            try {
                Path extract =
                        Path.of(environment.getProperty("onthaal.database.directory", "var"))
                                .resolve("simulators/KboOpenData_0001_2026_11_Full.zip");
                if (!Files.exists(extract)) {
                    Files.createDirectories(extract.getParent());
                    OpenData.aroundMortsel().full(extract);
                }
                environment
                        .getPropertySources()
                        .addFirst(
                                new MapPropertySource("kbo", Map.of(EXTRACT, extract.toString())));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}
