// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.simulators.kbo.OpenData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * The register of enterprises: a full extract and an update of it, brought in by the command that
 * people use beside a product that runs, and searches in it under the application's own role.
 */
final class KboRun {

    private static final int PARTIES = 3;
    private static final String LAST =
            "select coalesce(max(number), 139) from kbo.extract where state = 'TAKEN'";

    private final Run run;

    KboRun(Run run) {
        this.run = run;
    }

    void measure() throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        try (Product product = Product.start(options.data(), "./onthaal", "run");
                Store store = Store.of(options.data())) {
            product.awaitTown();
            int number = (int) store.count(LAST) + 1;
            var data = OpenData.country(options.enterprises(), options.seed(), number);
            Path full = options.data().resolve("KboOpenData_Full.zip");
            Path update = options.data().resolve("KboOpenData_Update.zip");
            System.err.printf("An extract of %,d enterprises…%n", options.enterprises());
            data.full(full);
            data.update(update, options.changes());
            Product.command(options.data(), "./onthaal", "kbo", full.toString());
            full(store);
            Product.command(options.data(), "./onthaal", "kbo", update.toString());
            update(store);
            store.execute("vacuum (analyze) kbo.denomination");
            search(data, store);
            Files.delete(full);
            Files.delete(update);
        }
    }

    private void full(Store store) throws SQLException {
        List<Double> seconds = seconds(store);
        int indexes = seconds.size() - 3;
        double tables = seconds.subList(0, indexes).stream().mapToDouble(s -> s).sum();
        double search = seconds.subList(indexes, seconds.size()).stream().mapToDouble(s -> s).sum();
        keep(new Run.Measured("KBO: full extract into tables", tables, "s", 180), rows(store));
        keep(new Run.Measured("KBO: its search indexes", search, "s", 180), rows(store));
    }

    private void update(Store store) throws SQLException {
        double seconds = seconds(store).getFirst();
        String size = "%,d enterprises changed".formatted(run.options().changes());
        keep(new Run.Measured("KBO: daily update", seconds, "s", 10), size);
    }

    private void search(OpenData data, Store store) throws IOException, SQLException {
        var searches = new KboSearches(data, run.options());
        Latencies latencies = searches.measure(run.options().data());
        System.err.print(latencies.table());
        keep(new Run.Measured("KBO: search p50", latencies.percentile(50), "ms", 30), rows(store));
        keep(new Run.Measured("KBO: search p95", latencies.percentile(95), "ms", 30), rows(store));
    }

    private void keep(Run.Measured measured, String size) {
        run.low(measured, new Run.Setting(PARTIES, size, "kbo", "one at a time", "warm"));
    }

    /** How long each step took of the extract that came in last. */
    private static List<Double> seconds(Store store) throws SQLException {
        return store
                .column(
                        "select m.millis from kbo.extract e, unnest(e.millis) with ordinality m (millis, step)"
                                + " where e.state = 'TAKEN' and e.finished_at = (select max(finished_at)"
                                + " from kbo.extract where state = 'TAKEN') order by m.step")
                .stream()
                .map(millis -> Long.parseLong(millis) / 1_000.0)
                .toList();
    }

    private static String rows(Store store) throws SQLException {
        long rows =
                store.count(
                        "select sum(value::bigint) from kbo.extract e, jsonb_each_text(e.counts)"
                                + " where e.state = 'TAKEN' and e.finished_at = (select"
                                + " max(finished_at) from kbo.extract where state = 'TAKEN')");
        return String.format(Locale.ROOT, "%,d rows, without activities", rows);
    }
}
