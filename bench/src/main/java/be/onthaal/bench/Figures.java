// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the last run of each scenario, and the page that shows them. */
final class Figures {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path docs;
    private final Map<String, Figure> known = new LinkedHashMap<>();

    Figures(Path docs) throws IOException {
        this.docs = docs;
        if (Files.exists(json())) {
            List<Figure> before =
                    JSON.readValue(Files.readString(json()), new TypeReference<List<Figure>>() {});
            before.forEach(figure -> known.put(key(figure), figure));
        }
    }

    /** Keeps a figure in the place of its forerunner, and says what became slower. */
    void add(Figure figure) {
        Optional<Figure> before = Optional.ofNullable(known.put(key(figure), figure));
        System.out.printf(
                Locale.ROOT,
                "%-46s %10.1f %-8s asked %s %.1f: %s%s%n",
                figure.name(),
                figure.value(),
                figure.unit(),
                figure.better().equals("lower") ? "≤" : "≥",
                figure.target(),
                figure.reached() ? "reached" : "NOT REACHED",
                before.filter(figure::worseThan)
                        .map(old ->
                                ", worse than the %.1f of %s".formatted(old.value(), old.commit()))
                        .orElse(""));
    }

    void write() throws IOException {
        Files.createDirectories(docs);
        Files.writeString(json(), JSON.writeValueAsString(known.values()) + "\n");
        Files.writeString(docs.resolve("performance.md"), page(), StandardCharsets.UTF_8);
    }

    private String page() {
        String rows = known.values().stream().map(Figures::row).collect(Collectors.joining("\n"));
        return """
        # Performance

        Measured by `./onthaal bench` on two cores that carry the product, its PostgreSQL and the load
        itself; PostgreSQL keeps every commit (`fsync`, `synchronous_commit`, `full_page_writes` on) and every
        view is logged. Pages are asked in an open loop: a page that waits for its turn is that much slower.
        This table is made from [performance.json](performance.json).

        | issue | figure | value | asked | on | measured by | commit |
        |---|---|---|---|---|---|---|
        %s
        """
                .formatted(rows);
    }

    private static String row(Figure figure) {
        return "| %d | %s | %s%.1f %s%s | %s %s | %s | `%s` | %s |"
                .formatted(
                        figure.issue(),
                        figure.name(),
                        figure.reached() ? "" : "**",
                        figure.value(),
                        figure.unit(),
                        figure.reached() ? "" : "**",
                        figure.better().equals("lower") ? "≤" : "≥",
                        plain(figure.target()),
                        figure.size(),
                        figure.command(),
                        figure.commit());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private Path json() {
        return docs.resolve("performance.json");
    }

    private static String key(Figure figure) {
        return figure.issue() + " " + figure.name();
    }
}
