// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.demo;

import be.onthaal.common.Brussels;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.DecisionTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Two decision tables for the town of the story: where post goes, and the term of a complaint. */
@Component
@ConditionalOnProperty(name = "onthaal.demo", havingValue = "true")
class DemoDecisions {

    private static final List<String> FILES = List.of("post-routing", "complaint-term");

    private final DecisionTables tables;
    private final Clock clock;

    DemoDecisions(DecisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Takes them in and publishes them from today, for the caller's authority. */
    void publish() {
        for (String file : FILES) {
            Head taken = tables.take(read(file)).head();
            tables.publish(taken.id(), taken.revision(), Brussels.today(clock));
        }
    }

    private static String read(String name) {
        String path = "/demo/decisions/" + name + ".dmn";
        try (InputStream file = DemoDecisions.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("No table " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
