// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A pile of post, registered by the form that clerks use; every number is in the register once. */
final class PostRun {

    private static final int POST_AND_MAIL = 5;
    private static final int CLERKS = 10;

    private final Run run;

    PostRun(Run run) {
        this.run = run;
    }

    void measure(Product product, Store store)
            throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        PagesRun.awaitSeals(store);
        var visits = new PostVisits(store, Town.of(store), options.seed());
        List<String> cookies = SignIn.browsers(product, CLERKS);
        try (var load = new Load(product, cookies, options.seed())) {
            load.run(visits, options.counterRate(), options.warmUp());
            Load.Outcome outcome = load.run(visits, options.counterRate(), options.seconds());
            System.out.print(outcome.latencies.table());
            System.out.println("statements " + outcome.statementsByKind());
            PagesRun.refuseFailures(outcome);
            refuseGaps(store);
            String rate = options.counterRate() + " forms a second, open loop";
            run.low(
                    new Run.Measured(
                            "register entry p95",
                            outcome.latencies.percentile(PostVisits.FORMS, 95),
                            "ms",
                            15),
                    new Run.Setting(POST_AND_MAIL, run.size(), "post", rate, "warm"));
        }
    }

    private static void refuseGaps(Store store) throws SQLException {
        long wrong =
                store.count(
                        "select count(*) from (select r.last_number - count(e.id) as missing"
                                + " from post.register r left join post.entry e using"
                                + " (authority_id, book, direction, year)"
                                + " group by r.authority_id, r.book, r.direction, r.year,"
                                + " r.last_number having r.last_number <> count(e.id)) x");
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " registers have a gap");
        }
    }
}
