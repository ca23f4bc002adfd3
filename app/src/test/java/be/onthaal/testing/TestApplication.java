// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import be.onthaal.database.Database;
import be.onthaal.database.DatabaseSettings;
import be.onthaal.database.Ids;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The application's parts that tests replace: a fresh database and a clock that can be moved. */
@TestConfiguration(proxyBeanMethods = false)
public class TestApplication {

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        String name = "test_" + Ids.next().toString().replace('-', '_');
        return Database.on(
                TestPostgres.server(),
                new DatabaseSettings(
                        "", "", "", "", "", settings.directory(), 0, name, settings.connections()));
    }

    @Bean
    Clock clock() {
        return new MovableClock();
    }
}
