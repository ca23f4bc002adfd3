// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Cases in a large town: read by its people, opened and handled by programs. */
final class CasesRun {

    private static final int CASES = 4;
    private static final int BROWSERS = 30;
    private static final int MANY = 8;

    private final Run run;

    CasesRun(Run run) {
        this.run = run;
    }

    void measure(Product product, Store store)
            throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        PagesRun.awaitSeals(store);
        Town town = Town.of(store);
        if (options.wants("read")) {
            read(product, store, town);
        }
        try (Program program = Program.admitted(product, store, town)) {
            if (options.wants("open")) {
                open(program, store, town);
            }
            if (options.wants("handle")) {
                handle(program, town);
            }
        }
    }

    private void read(Product product, Store store, Town town)
            throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        var visits = new CaseVisits(store, town, options.seed());
        List<String> cookies = SignIn.browsers(product, BROWSERS);
        try (var load = new Load(product, cookies, options.seed())) {
            load.run(visits, options.rate(), options.warmUp());
            Load.Outcome outcome = load.run(visits, options.rate(), options.seconds());
            System.out.print(outcome.latencies.table());
            System.out.println("statements " + outcome.statementsByKind());
            PagesRun.refuseFailures(outcome);
            Latencies took = outcome.latencies;
            String rate = options.rate() + " pages a second, open loop";
            low("cases: list page p50", took.percentile(CaseVisits.LISTS, 50), 10, rate);
            low("cases: list page p95", took.percentile(CaseVisits.LISTS, 95), 30, rate);
            low("cases: case page p50", took.percentile(List.of("case"), 50), 10, rate);
            low("cases: case page p95", took.percentile(List.of("case"), 95), 30, rate);
            low("cases: full text p95", took.percentile(CaseVisits.SEARCHES, 95), 60, rate);
        }
    }

    private void open(Program program, Store store, Town town)
            throws SQLException, InterruptedException {
        List<String> customers =
                store.column(
                        "select distinct party_id from cases.case_file tablesample bernoulli (2)"
                                + " where authority_id = '"
                                + town.authority()
                                + "' and party_id is not null limit 5000");
        Options options = run.options();
        Writers.run(
                "open", MANY, options.warmUp(), n -> opened(program, town, customers, "question"));
        Writers.Outcome many = opening(program, town, customers, MANY);
        Writers.Outcome one = opening(program, town, customers, 1);
        high("cases: opened a second by 8 clients", many.perSecond(), 400, "8 clients");
        low("cases: opened by 8 clients p95", many.latencies().percentile(95), 20, "8 clients");
        high("cases: opened a second by one client", one.perSecond(), 150, "1 client");
        low("cases: opened by one client p95", one.latencies().percentile(95), 20, "1 client");
    }

    private Writers.Outcome opening(Program program, Town town, List<String> customers, int clients)
            throws InterruptedException {
        Writers.Outcome outcome =
                Writers.run(
                        "open by " + clients,
                        clients,
                        run.options().seconds(),
                        n -> opened(program, town, customers, "Vraag " + n));
        System.out.print(outcome.latencies().table());
        return outcome;
    }

    private static void opened(Program program, Town town, List<String> customers, String subject) {
        int n = java.util.concurrent.ThreadLocalRandom.current().nextInt(customers.size());
        program.does(
                "/api/cases",
                Map.of(
                        "type",
                        "information-question",
                        "subject",
                        subject + " over het loket",
                        "description",
                        "Wanneer is het loket open, en wat moet ik meebrengen?",
                        "party",
                        customers.get(n),
                        "unit",
                        town.units().get(n % town.units().size()).id(),
                        "channel",
                        "WEB_FORM"));
    }

    private void handle(Program program, Town town) throws InterruptedException {
        Options options = run.options();
        Writers.run("complaint", MANY, options.warmUp(), n -> complaint(program, town, n));
        Writers.Outcome outcome =
                Writers.run("complaint", MANY, options.seconds(), n -> complaint(program, town, n));
        System.out.print(outcome.latencies().table());
        high("cases: complaints of six steps a second", outcome.perSecond(), 100, "8 clients");
    }

    /**
     * From receipt to a reasoned answer: three phases, four fields, five tasks of which an
     * approval. It ends as withdrawn, since its type asks for two pieces before it ends otherwise.
     */
    private static void complaint(Program program, Town town, int n) {
        JsonNode opened =
                program.does(
                        "/api/cases",
                        Map.of(
                                "type",
                                "complaint",
                                "subject",
                                "Klacht " + n,
                                "description",
                                "Ik kreeg geen antwoord op mijn vraag.",
                                "unit",
                                town.units().get(n % town.units().size()).id(),
                                "channel",
                                "WEB_FORM"));
        String place = "/api/cases/" + opened.get("id").asString();
        fill(program, place, Map.of("about", List.of("delay"), "admissible", List.of("yes")));
        finish(program, place, "acknowledge");
        go(program, place, "investigation");
        finish(program, place, "position");
        fill(program, place, Map.of("merit", List.of("founded")));
        finish(program, place, "propose");
        go(program, place, "ruling");
        fill(
                program,
                place,
                Map.of("remedy", List.of("We antwoordden en passen de werkwijze aan.")));
        String approve = task(program.reads(place), "approve").orElseThrow();
        program.does(place + "/tasks/" + approve + "/decision", Map.of("agreed", true, "note", ""));
        finish(program, place, "answer");
        int revision = program.reads(place).get("revision").asInt();
        program.does(place + "/close", revision, Map.of("result", "withdrawn"));
    }

    private static void fill(Program program, String place, Map<String, List<String>> fields) {
        int revision = program.reads(place).get("revision").asInt();
        program.does(place + "/fields", revision, Map.of("fields", fields));
    }

    private static void go(Program program, String place, String phase) {
        int revision = program.reads(place).get("revision").asInt();
        program.does(place + "/phase", revision, Map.of("phase", phase));
    }

    private static void finish(Program program, String place, String code) {
        String task = task(program.reads(place), code).orElseThrow();
        program.does(place + "/tasks/" + task + "/done", Map.of());
    }

    private static Optional<String> task(JsonNode file, String code) {
        for (JsonNode task : file.get("tasks")) {
            boolean open = task.get("state").asString().equals("OPEN");
            if (open && task.get("code").asString().equals(code)) {
                return Optional.of(task.get("id").asString());
            }
        }
        return Optional.empty();
    }

    private void low(String name, double value, double target, String rate) {
        run.low(new Run.Measured(name, value, "ms", target), setting(rate));
    }

    private void high(String name, double value, double target, String rate) {
        run.high(new Run.Measured(name, value, "a second", target), setting(rate));
    }

    private Run.Setting setting(String rate) {
        return new Run.Setting(CASES, run.size(), "cases", rate, "warm");
    }
}
