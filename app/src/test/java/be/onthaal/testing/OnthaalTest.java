// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole application and a real, durable PostgreSQL. All such tests share one started
 * application; each makes a town of its own. Jobs, the outbox and the intake of mail run only when
 * a test says so, and what is sent is kept and goes nowhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "onthaal.database.directory=target/test-data",
            "onthaal.database.name=test_${random.value}",
            "onthaal.database.shared=true",
            "onthaal.jobs.enabled=false",
            "onthaal.outbox.enabled=false",
            "onthaal.mail.intake.enabled=false",
            "onthaal.web.show-statements=true",
            "onthaal.webhooks.inside=true",
            "onthaal.webhooks.connect=2s",
            "onthaal.webhooks.whole=2s",
            "spring.main.banner-mode=off"
        })
@Import({TestApplication.class, TownFixtures.class, AsOwner.class, SentMail.class})
public @interface OnthaalTest {}
