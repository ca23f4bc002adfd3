// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** {@code ./onthaal bench}: fills a town, measures the product on it, keeps the figures. */
public final class Bench {

    private static final String USAGE =
            """
            ./onthaal bench                 everything below, figures into docs/performance.json
            ./onthaal bench generate        a town of any size:  --persons 200000 --cases 100000 --data bench/target/data
            ./onthaal bench pages           the pages under load: --rate 150 --seconds 60 --warm-up 120
            ./onthaal bench weight          what a first load weighs
            ./onthaal bench start           from the command to the first page
            ./onthaal bench intake          mail over IMAP: --mails 3000
            ./onthaal bench parties         the counter: --persons 1000000 --cases 100000 --rate 20
            ./onthaal bench cases           worklists, cases, full text, programs: --cases 1000000 --only read|open|handle
            ./onthaal bench post            a pile of post: --persons 1000 --cases 1000 --rate 20 --seconds 60
            ./onthaal bench match           who is the same among --persons 1000000
            ./onthaal bench kbo             the register of enterprises: --enterprises 1938239 --changes 2000
            ./onthaal bench tck <folder>    the DMN compatibility kit: a checkout of dmn-tck/tck
            Other data with --seed; data of a running or stopped Onthaal with --data var.
            """;

    private Bench() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        String scenario =
                arguments.length == 0 || arguments[0].startsWith("--") ? "all" : arguments[0];
        if (scenario.equals("tck") && arguments.length == 2) {
            new TckRun(Path.of(arguments[1])).print();
            return;
        }
        var options = new Options(List.of(arguments));
        Run run = Run.of(options, new Figures(Path.of("docs")));
        switch (scenario) {
            case "generate" -> town(run, (product, store) -> {});
            case "pages" ->
                    town(run, (product, store) -> new PagesRun(run).measure(product, store));
            case "weight" -> town(run, (product, store) -> new WeightRun(run).measure(product));
            case "start" -> new StartRun(run).measure();
            case "intake" -> new IntakeRun(run).measure();
            case "parties" ->
                    town(run, (product, store) -> new PartiesRun(run).measure(product, store));
            case "cases" ->
                    town(run, (product, store) -> new CasesRun(run).measure(product, store));
            case "post" -> town(run, (product, store) -> new PostRun(run).measure(product, store));
            case "match" -> new MatchRun(run).measure();
            case "kbo" -> new KboRun(run).measure();
            case "all" -> {
                town(
                        run,
                        (product, store) -> {
                            new PagesRun(run).measure(product, store);
                            new WeightRun(run).measure(product);
                        });
                new StartRun(run).measure();
                new IntakeRun(run).measure();
                new KboRun(run).measure();
            }
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
        if (!scenario.equals("generate")) {
            run.figures().write();
        }
    }

    /** Something to measure on a product that runs, beside its store. */
    private interface Measurement {
        void on(Product product, Store store)
                throws IOException, InterruptedException, SQLException;
    }

    private static void town(Run run, Measurement measurement)
            throws IOException, InterruptedException, SQLException {
        Path data = run.options().data();
        try (Product product = Product.start(data, "./onthaal", "run");
                Store store = Store.of(data)) {
            product.awaitTown();
            new Generator(store, run.options()).fill();
            measurement.on(product, store);
        }
    }
}
