// SPDX-License-Identifier: EUPL-1.2
package be.onthaal;

import be.onthaal.database.StartProblem;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole product in one process: contact centre, midoffice and digital workplace. */
@SpringBootApplication
@Modulithic(systemName = "Onthaal")
public class Onthaal {

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(Onthaal.class, arguments);
        } catch (RuntimeException failure) {
            StartProblem.explain(failure).ifPresent(Onthaal::stopWith);
            throw failure;
        }
    }

    private static void stopWith(String explanation) {
        System.err.println();
        System.err.println(explanation);
        System.exit(1);
    }
}
