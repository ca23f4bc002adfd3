// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.founding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * The application as {@code ./onthaal found}, {@code invite}, {@code import} and {@code audit}
 * start it.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "onthaal.database.directory=target/test-data",
            "onthaal.database.name=command_${random.value}",
            "onthaal.database.shared=true",
            "onthaal.jobs.enabled=false",
            "onthaal.outbox.enabled=false",
            "onthaal.mail.intake.enabled=false"
        })
class CommandStartTest {

    @Autowired ApplicationContext context;

    @Test
    void aCommandStartsWithoutPages() {
        assertThat(context).isNotInstanceOf(WebApplicationContext.class);
        assertThat(context.getBeansOfType(Founding.class)).hasSize(1);
    }
}
