// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demo a mail server. Settings: {@code onthaal.simulators.mail.smtp-port} (3025) and
 * {@code onthaal.simulators.mail.imap-port} (3143); 0, or a port that somebody has, is any free
 * one. The ports it got replace those settings. Two mailboxes of the town and one of a citizen are
 * there, all with the password {@code demo}; and where the product has no mail server of its own it
 * sends through this one.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
public class MailTownAutoConfiguration {

    private static final String PREFIX = "onthaal.simulators.mail.";
    private static final String PASSWORD = "demo";
    private static final List<String> ADDRESSES =
            List.of(
                    "onthaal@mortsel.example",
                    "burgerzaken@mortsel.example",
                    "burger@post.example");
    private static final String SMTP = "onthaal.mail.smtp.";

    /** Before any bean is made, so that settings are bound with the ports in them. */
    @Bean
    static BeanFactoryPostProcessor startOfMailTown(ConfigurableEnvironment environment) {
        return beans -> {
            MailTown town =
                    MailTown.startNear(
                            environment.getProperty(PREFIX + "smtp-port", Integer.class, 3025),
                            environment.getProperty(PREFIX + "imap-port", Integer.class, 3143));
            ADDRESSES.forEach(address -> town.addUser(address, PASSWORD));
            beans.registerSingleton("mailTown", town);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("mailTown", published(environment, town)));
            Runtime.getRuntime().addShutdownHook(new Thread(town::close));
        };
    }

    private static Map<String, Object> published(
            ConfigurableEnvironment environment, MailTown town) {
        Map<String, Object> published = new HashMap<>();
        published.put(PREFIX + "smtp-port", town.smtpPort());
        published.put(PREFIX + "imap-port", town.imapPort());
        if (environment.getProperty(SMTP + "host", "").isBlank()) {
            published.put(SMTP + "host", "127.0.0.1");
            published.put(SMTP + "port", town.smtpPort());
            published.put(SMTP + "tls", "NONE");
        }
        return published;
    }
}
