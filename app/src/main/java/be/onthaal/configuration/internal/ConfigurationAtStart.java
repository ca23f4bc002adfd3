// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Brings the folder in when the product starts. What is refused is told and changes nothing; the
 * product goes on with what it had.
 */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "none", matchIfMissing = true)
class ConfigurationAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationAtStart.class);

    private final ConfigurationFolder folder;
    private final ConfigurationSettings settings;

    ConfigurationAtStart(ConfigurationFolder folder, ConfigurationSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.atStart() && !settings.folder().isBlank()) {
            boolean whole = folder.bringIn(true, log::info);
            if (!whole) {
                log.error("The configuration was refused; nothing of it was brought in");
            }
        }
    }
}
