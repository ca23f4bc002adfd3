// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import be.onthaal.testing.AsOwner;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test on the product as the demo starts it: town, mail server, jobs and all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "onthaal.demo=true",
            "onthaal.database.directory=target/test-data",
            "onthaal.database.name=demo_${random.value}",
            "onthaal.database.shared=true",
            "onthaal.simulators.mail.smtp-port=0",
            "onthaal.simulators.mail.imap-port=0",
            "onthaal.simulators.acm.port=0",
            "onthaal.web.show-statements=true"
        })
@Import(AsOwner.class)
@interface DemoTownTest {}
