// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The pages of the walk under the load of a large town, each view in the log. */
final class PagesRun {

    private static final int BROWSERS = 30;

    /** What the product writes in its log for each view of these pages. */
    private static final Map<String, String> LOGGED =
            Map.of(
                    "case", "cases.consulted",
                    "customer", "party.consulted",
                    "entry", "post.viewed");

    private final Run run;

    PagesRun(Run run) {
        this.run = run;
    }

    void measure(Product product, Store store)
            throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        awaitSeals(store);
        Town town = Town.of(store);
        var visits = new Visits(store, town, options.seed());
        List<String> cookies = SignIn.browsers(product, BROWSERS);
        try (var load = new Load(product, cookies, options.seed())) {
            load.run(visits, options.rate(), options.warmUp());
            long before = store.count("select max(xid) from audit.event");
            Load.Outcome outcome = load.run(visits, options.rate(), options.seconds());
            System.out.print(outcome.latencies.table());
            System.out.println("statements " + outcome.statementsByKind());
            refuseFailures(outcome);
            refuseUnlogged(store, outcome, before);
            keep(product, outcome);
        }
    }

    private void keep(Product product, Load.Outcome outcome)
            throws IOException, InterruptedException {
        String rate = run.options().rate() + " pages a second, open loop";
        low("page p50", outcome.latencies.percentile(50), "ms", 10, rate);
        low("page p95", outcome.latencies.percentile(95), "ms", 30, rate);
        low("statements a page, at most", outcome.mostStatements(), "", 6, rate);
        low(
                "bytes of a later page, on average",
                outcome.bytes.sum() / 1_024.0 / outcome.latencies.count(),
                "kB",
                20,
                rate);
        low("heap of the application after the load", heap(product), "MB", 512, rate);
        System.out.printf("resident %d MB%n", product.residentMegabytes());
    }

    private void low(String name, double value, String unit, double target, String rate) {
        run.low(new Run.Measured(name, value, unit, target), "pages", rate, "warm");
    }

    static void refuseFailures(Load.Outcome outcome) {
        if (outcome.failed.sum() > 0) {
            throw new IllegalStateException(outcome.failed.sum() + " pages failed");
        }
    }

    private static void refuseUnlogged(Store store, Load.Outcome outcome, long before)
            throws SQLException {
        for (Map.Entry<String, String> page : LOGGED.entrySet()) {
            long views = outcome.answered.getOrDefault(page.getKey(), new LongAdder()).sum();
            long logged =
                    store.count(
                            "select count(*) from audit.event where xid > ? and action = ?",
                            before,
                            page.getValue());
            if (views != logged) {
                throw new IllegalStateException(
                        "%d views of a %s, %d in the log".formatted(views, page.getKey(), logged));
            }
        }
    }

    /** The log of what was generated is sealed first, so that the run measures pages alone. */
    static void awaitSeals(Store store) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(10));
        long last = store.count("select max(xid) from audit.event where authority_id is not null");
        String sealed = "select coalesce(max(last_xid), 0) from audit.seal";
        while (store.count(sealed) < last && Instant.now().isBefore(end)) {
            Thread.sleep(1_000);
        }
    }

    private static double heap(Product product) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(product.at("/actuator/prometheus")).build();
            return client.send(request, BodyHandlers.ofLines())
                            .body()
                            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                            .mapToDouble(line ->
                                    Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum()
                    / (1 << 20);
        }
    }
}
