// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's parts that tests replace: a clock that can be moved. */
@TestConfiguration(proxyBeanMethods = false)
public class TestApplication {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
