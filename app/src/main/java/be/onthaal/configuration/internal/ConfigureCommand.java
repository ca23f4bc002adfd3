// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.configuration.internal;

import java.io.PrintStream;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./onthaal configure}: says what a folder would change, or brings it in. */
@Component
@ConditionalOnProperty(name = "onthaal.command", havingValue = "configure")
class ConfigureCommand implements CommandLineRunner {

    private final ConfigurationFolder folder;
    private final ConfigurationSettings settings;

    ConfigureCommand(ConfigurationFolder folder, ConfigurationSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public void run(String... arguments) {
        PrintStream out = System.out;
        boolean whole = folder.bringIn(settings.forReal(), out::println);
        out.println(
                !whole
                        ? "Er is niets gewijzigd."
                        : settings.forReal()
                                ? "De configuratie is overgenomen."
                                : "Dit was een proef: er is niets gewijzigd.");
        if (!whole) {
            throw new IllegalStateException("De configuratie is niet overgenomen");
        }
    }
}
