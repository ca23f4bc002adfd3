// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.DatabaseSettings;
import be.onthaal.demo.TownFounding.Town;
import be.onthaal.kbo.Extracts;
import be.onthaal.party.MatchingNight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the demo town at the first start, and says where it is. */
@Component
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class DemoTown {

    private static final Logger log = LoggerFactory.getLogger(DemoTown.class);

    private final TownFounding founding;
    private final Weeks weeks;
    private final MatchingNight night;
    private final Extracts register;
    private final DatabaseSettings settings;
    private final Environment environment;

    DemoTown(
            TownFounding founding,
            Weeks weeks,
            MatchingNight night,
            Extracts register,
            DatabaseSettings settings,
            Environment environment) {
        this.founding = founding;
        this.weeks = weeks;
        this.night = night;
        this.register = register;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        if (founding.isNeeded()) {
            log.info("The demo town moves in; this takes a moment the first time");
            moveIn();
        }
        tell();
    }

    /** While it moves in a file says so: the start script begins again after a broken move. */
    private void moveIn() {
        try {
            Path unfinished =
                    Files.writeString(settings.directory().resolve("demo-unfinished"), "");
            for (Town town : founding.found()) {
                weeks.live(town);
                Callers.run(town.service(), night::run);
            }
            loadRegister();
            Files.delete(unfinished);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The invented enterprises around the town; without a simulator of KBO there are none. */
    private void loadRegister() throws IOException {
        String extract = environment.getProperty("onthaal.simulators.kbo.extract", "");
        if (!extract.isEmpty()) {
            Path file = Path.of(extract);
            try (var content = Files.newInputStream(file)) {
                Callers.as(
                        Caller.service("voorbeeldgegevens"),
                        () -> register.load(file.getFileName().toString(), content));
            }
        }
    }

    private void tell() {
        String port = environment.getProperty("local.server.port", "8080");
        StringBuilder said = new StringBuilder("\n");
        said.append("  Onthaal draait op http://localhost:").append(port).append("\n\n");
        said.append("  Meld u aan met één klik als een van de mensen van Mortsel:\n");
        DemoPeople.MUNICIPALITY.forEach(person ->
                said.append(
                        "    %-18s %-34s %s%n"
                                .formatted(person.name(), person.function(), person.login())));
        String smtp = environment.getProperty("onthaal.simulators.mail.smtp-port", "");
        if (!smtp.isEmpty()) {
            said.append("\n  De mailserver van de stad (loopback): SMTP ")
                    .append(smtp)
                    .append(", IMAP ")
                    .append(environment.getProperty("onthaal.simulators.mail.imap-port", ""))
                    .append(
                            "\n  Schrijf naar onthaal@mortsel.example; lees als burger@post.example (wachtwoord demo).\n\n");
        }
        said.append("  Stoppen met Ctrl-C; de gegevens blijven in de map var.\n");
        System.out.println(said);
    }
}
