// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The counter of a large town: finding customers, their pages, and whether somebody is known. */
final class PartiesRun {

    private static final int PARTIES = 3;
    private static final int BROWSERS = 12;
    private static final int REGULARS = 50_000;
    private static final int MILLION = 1_000_000;
    private static final Duration NIGHT = Duration.ofMinutes(60);

    private final Run run;

    PartiesRun(Run run) {
        this.run = run;
    }

    void measure(Product product, Store store)
            throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        Town town = Town.of(store);
        learn(store, town);
        String regular = regular(store, town);
        PagesRun.awaitSeals(store);
        var visits = new CounterVisits(store, town, options.seed());
        List<String> cookies = SignIn.browsers(product, BROWSERS);
        try (var load = new Load(product, cookies, options.seed())) {
            load.run(visits, options.counterRate(), options.warmUp());
            Load.Outcome outcome = load.run(visits, options.counterRate(), options.seconds());
            System.out.print(outcome.latencies.table());
            System.out.println("statements " + outcome.statementsByKind());
            PagesRun.refuseFailures(outcome);
            Load.Outcome often =
                    load.run(
                            () -> Visit.page("regular", "/klanten/" + regular),
                            options.counterRate(),
                            Math.min(20, options.seconds()));
            PagesRun.refuseFailures(often);
            System.out.print(often.latencies.table());
            keep(outcome, often);
        }
    }

    private void keep(Load.Outcome outcome, Load.Outcome often) {
        long persons = run.options().persons();
        String of = persons > MILLION ? " of millions" : "";
        double most = persons > MILLION ? 50 : 30;
        low("counter: search p95" + of, p95(outcome, CounterVisits.SEARCHES), most);
        low("counter: customer page p95" + of, p95(outcome, List.of("customer")), most);
        low("counter: likely matches p95" + of, p95(outcome, List.of("likely")), 50);
        low(
                "counter: customer with 50,000 contacts p95" + of,
                often.latencies.percentile(95),
                most);
    }

    private static double p95(Load.Outcome outcome, List<String> kinds) {
        return outcome.latencies.percentile(kinds, 95);
    }

    private void low(String name, double value, double target) {
        String rate = run.options().counterRate() + " pages a second, open loop";
        run.low(
                new Run.Measured(name, value, "ms", target),
                new Run.Setting(PARTIES, run.size(), "parties", rate, "warm"));
    }

    /** The night in which all are compared comes now. */
    private static void learn(Store store, Town town) throws SQLException, InterruptedException {
        String learned =
                "select count(*) from party.match_model where authority_id = ?"
                        + " and learned_at > (select max(created_at) from party.profile)";
        UUID authority = UUID.fromString(town.authority());
        if (store.count(learned, authority) > 0) {
            return;
        }
        long begin = System.nanoTime();
        store.execute(
                "update jobs.scheduled_task set execution_time = now()"
                        + " where task_name = 'customers-matched'");
        Instant end = Instant.now().plus(NIGHT);
        while (store.count(learned, authority) == 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The night of matching does not end");
            }
            Thread.sleep(1_000);
        }
        store.execute("vacuum (analyze) party.likely_pair");
        System.err.printf(
                Locale.ROOT,
                "compared with each other in %d s%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    /** Somebody who came fifty thousand times. */
    private static String regular(Store store, Town town) throws SQLException {
        String id =
                store.column(
                                "select id from party.profile where group_id = ? and kind = 'PERSON'"
                                        + " and source = 'BENCH' order by id limit 1",
                                UUID.fromString(town.group()))
                        .getFirst();
        long known =
                store.count(
                        "select count(*) from timeline.line where authority_id = ? and subject_id = ?",
                        UUID.fromString(town.authority()),
                        UUID.fromString(id));
        if (known < REGULARS) {
            store.execute(
                    """
                    insert into timeline.line (authority_id, subject_kind, subject_id, at, event,
                        channel, actor_name, summary, unit_id)
                    select '%s', 'PARTY', '%s', now() - n * interval '50 minutes',
                        'contact.recorded', 'PHONE', 'Els Verbeeck', 'Vraag ' || n, '%s'
                    from generate_series(1, %d) as n
                    """
                            .formatted(
                                    town.authority(),
                                    id,
                                    town.units().getFirst().id(),
                                    REGULARS - known));
            store.execute("vacuum (analyze) timeline.line");
        }
        return id;
    }
}
