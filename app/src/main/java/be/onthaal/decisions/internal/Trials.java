// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.DecisionTables;
import be.onthaal.decisions.Example;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.spi.PastTraffic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trying a table out: on what somebody types, on its examples, and on what came before. */
@Service
class Trials {

    private static final int MOST_ITEMS = 200;

    private final DecisionTables tables;
    private final TableStore store;
    private final DraftChecks drafts;
    private final Audit audit;
    private final List<PastTraffic> traffic;
    private final Clock clock;

    Trials(
            DecisionTables tables,
            TableStore store,
            DraftChecks drafts,
            Audit audit,
            List<PastTraffic> traffic,
            Clock clock) {
        this.tables = tables;
        this.store = store;
        this.drafts = drafts;
        this.audit = audit;
        this.traffic = List.copyOf(traffic);
        this.clock = clock;
    }

    /** A version as it is drawn, of which nothing is asked. */
    @Transactional(readOnly = true)
    public TablePage open(UUID id) {
        DecisionTable table = tables.get(id);
        return page(table, List.of(), List.of());
    }

    /** A version with everything that can be said of it now. */
    @Transactional(readOnly = true)
    public TablePage look(UUID id) {
        DecisionTable table = tables.get(id);
        List<Finding> findings = drafts.findings(table.model());
        return page(table, findings, drafts.runs(table, findings));
    }

    private TablePage page(
            DecisionTable table, List<Finding> findings, List<DraftChecks.Run> runs) {
        return new TablePage(
                table,
                DraftChecks.read(table.model()),
                findings,
                runs,
                store.versions(table.head().key()),
                past(table.head().key()).isPresent(),
                Optional.empty(),
                Brussels.today(clock));
    }

    /** The same, with what comes of what somebody typed. */
    @Transactional(readOnly = true)
    public TablePage tryOut(UUID id, Function<String, String> typed) {
        TablePage page = look(id);
        Map<String, Value> inputs = TypedValue.all(page.model().inputFields(), typed);
        Outcome outcome =
                drafts.outcomes(page.table(), page.findings(), List.of(inputs)).getFirst();
        return page.with(new TablePage.Tried(inputs, outcome));
    }

    /** Keeps what was tried as an example, with what it gave or with what somebody expects. */
    @Transactional
    public void addExample(
            UUID id,
            int revision,
            String name,
            Function<String, String> typed,
            Function<String, String> expected) {
        DecisionTable table = tables.get(id);
        Model model = DraftChecks.read(table.model());
        Map<String, Value> inputs = TypedValue.all(model.inputFields(), typed);
        Map<String, Value> wanted = TypedValue.all(model.resultFields(), expected);
        wanted.values().removeIf(Value.Unknown.class::isInstance);
        if (wanted.isEmpty()) {
            Outcome outcome = outcomes(table, List.of(inputs)).getFirst();
            if (outcome instanceof Outcome.Decided(Map<String, Value> values, var why)) {
                wanted = values;
            } else if (outcome instanceof Outcome.NotDecided(Finding reason)) {
                throw new be.onthaal.common.Refused("decisions.example-nothing", reason.sentence());
            }
        }
        List<Example> examples = new ArrayList<>(table.examples());
        examples.add(new Example(name, inputs, wanted));
        tables.examples(id, revision, examples);
    }

    @Transactional
    public void removeExample(UUID id, int revision, int index) {
        List<Example> examples = new ArrayList<>(tables.get(id).examples());
        if (index >= 0 && index < examples.size()) {
            examples.remove(index);
        }
        tables.examples(id, revision, examples);
    }

    /** What a draft would have decided of what came before, beside what holds today; logged. */
    @Transactional
    public ReplayPage replay(UUID id) {
        Callers.require(Permission.DECISIONS_MANAGE);
        DecisionTable table = tables.get(id);
        Optional<Head> holding = store.holding(table.head().key(), Brussels.today(clock));
        List<PastTraffic.Item> items = items(table.head().key());
        record(table.head(), items);
        List<Map<String, Value>> inputs = items.stream().map(PastTraffic.Item::inputs).toList();
        List<Outcome> would = outcomes(table, inputs);
        List<Outcome> does =
                holding.map(head -> outcomes(store.get(head.id()), inputs))
                        .orElseGet(() ->
                                inputs.stream()
                                        .map(one ->
                                                Outcomes.not(
                                                        Finding.error(
                                                                "decisions.no-version",
                                                                table.head().key(),
                                                                Brussels.today(clock))))
                                        .toList());
        List<ReplayPage.Item> compared = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            compared.add(new ReplayPage.Item(items.get(i).name(), does.get(i), would.get(i)));
        }
        return new ReplayPage(table.head(), holding, compared);
    }

    /** What the module hands in, for whoever may see that there. */
    private List<PastTraffic.Item> items(String key) {
        Optional<PastTraffic> past =
                traffic.stream().filter(one -> one.key().equals(key)).findFirst();
        past.ifPresent(one -> Callers.require(one.permission()));
        return past.map(one -> one.last(MOST_ITEMS)).orElse(List.of());
    }

    private void record(Head head, List<PastTraffic.Item> items) {
        audit.record(
                AuditEvent.of(
                                "decisions.replayed",
                                AuditEvent.Subject.of("DECISION_TABLE", head.id()))
                        .with("key", head.key())
                        .with("version", String.valueOf(head.version()))
                        .with(
                                "items",
                                items.stream()
                                        .map(PastTraffic.Item::name)
                                        .collect(Collectors.joining(" "))));
    }

    private List<Outcome> outcomes(DecisionTable table, List<Map<String, Value>> inputs) {
        return drafts.outcomes(table, drafts.findings(table.model()), inputs);
    }

    /** What can be tried again by whoever asks now. */
    private Optional<PastTraffic> past(String key) {
        return traffic.stream()
                .filter(one -> one.key().equals(key))
                .filter(one -> Callers.current().may(one.permission()))
                .findFirst();
    }
}
