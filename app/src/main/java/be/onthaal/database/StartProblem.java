// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/** A reason why the product cannot start, in words for the person who started it. */
public final class StartProblem extends RuntimeException {

    public StartProblem(String explanation) {
        super(explanation);
    }

    public StartProblem(String explanation, Throwable cause) {
        super(explanation, cause);
    }

    /** The sentence to show instead of a stack trace, if the failure is one that we know. */
    public static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartProblem problem) {
                return Optional.of(String.valueOf(problem.getMessage()));
            }
            if (cause instanceof PortInUseException busy) {
                return Optional.of(
                        "Poort %d is al in gebruik. Kies een andere met ONTHAAL_PORT=8081 ./onthaal run"
                                .formatted(busy.getPort()));
            }
        }
        return Optional.empty();
    }
}
