// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import be.onthaal.testing.AsOwner;
import be.onthaal.testing.PrivateServer;
import be.onthaal.testing.TownFixtures;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the product as the demo starts it: town, mail server, provider of identities, jobs and
 * all, at an address that the provider knows, so that browsers come back to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "onthaal.demo=true",
            "onthaal.database.directory=target/test-data",
            "onthaal.database.name=demo_${random.value}",
            "onthaal.database.shared=true",
            "onthaal.simulators.mail.smtp-port=0",
            "onthaal.simulators.mail.imap-port=0",
            "onthaal.simulators.acm.port=0",
            "onthaal.simulators.magda.port=0",
            "onthaal.web.show-statements=true"
        })
@ContextConfiguration(initializers = DemoTownTest.AtAFreePort.class)
@Import({AsOwner.class, TownFixtures.class})
@interface DemoTownTest {

    /** Chooses the port before the start, because the address is part of the configuration. */
    final class AtAFreePort
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            int port = PrivateServer.freePort();
            TestPropertyValues.of(
                            "server.port=" + port, "onthaal.web.address=http://localhost:" + port)
                    .applyTo(context);
        }
    }
}
