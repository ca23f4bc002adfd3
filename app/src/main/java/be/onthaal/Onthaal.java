// SPDX-License-Identifier: EUPL-1.2
package be.onthaal;

import be.onthaal.database.StartProblem;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole product in one process: contact centre, midoffice and digital workplace. */
@SpringBootApplication
@Modulithic(systemName = "Onthaal")
public class Onthaal {

    public static void main(String[] arguments) {
        try {
            var application = new SpringApplication(Onthaal.class);
            application.setDefaultProperties(logs(System.getenv().getOrDefault("ONTHAAL_LOG", "")));
            application.run(arguments);
        } catch (SpringApplication.AbandonedRunException readForRelease) {
            throw readForRelease;
        } catch (RuntimeException failure) {
            stopWith(StartProblem.explain(failure).orElseGet(() -> unknown(failure)));
        }
    }

    /** Lines for people, or one JSON object a line (Elastic Common Schema) for machines. */
    static Map<String, Object> logs(String wanted) {
        return wanted.equals("json")
                ? Map.of("logging.structured.format.console", "ecs")
                : Map.of();
    }

    /** Threads that already run would keep a process alive that serves nobody. */
    private static String unknown(RuntimeException failure) {
        return "Onthaal is niet gestart: %s. Wat er gebeurde, staat hierboven; er is niets gewijzigd."
                .formatted(failure.getMessage());
    }

    private static void stopWith(String explanation) {
        System.err.println();
        System.err.println(explanation);
        System.exit(1);
    }
}
