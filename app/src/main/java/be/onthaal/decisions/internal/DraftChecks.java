// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.Example;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.internal.checks.ModelChecks;
import be.onthaal.decisions.internal.engine.Engine;
import be.onthaal.decisions.internal.model.HostileModel;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.internal.model.ModelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether a draft may be kept, and whether it is ready. */
@Component
public class DraftChecks {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final int MOST_EXAMPLES = 200;
    private static final int LONGEST_NAME = 200;

    private final Engine engine;
    private final Asking asking;

    DraftChecks(Engine engine, Asking asking) {
        this.engine = engine;
        this.asking = asking;
    }

    /** An example and what came of it. */
    public record Run(Example example, Outcome outcome) {

        /** Whether each thing that is expected came out as expected. */
        public boolean holds() {
            return outcome instanceof Outcome.Decided decided
                    && example.expected().entrySet().stream()
                            .allMatch(one -> decided.value(one.getKey()).equals(one.getValue()));
        }
    }

    public void refuseWrongKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refused("decisions.key");
        }
    }

    /** Refuses a model that may not even be kept. */
    public void refuseHostile(String text) {
        read(text);
    }

    /** The examples, if they may be kept. */
    public List<Example> checked(List<Example> examples) {
        if (examples.size() > MOST_EXAMPLES) {
            throw new Refused("decisions.examples-many", MOST_EXAMPLES);
        }
        return examples.stream()
                .map(example ->
                        new Example(
                                FreeText.required(
                                        example.name(),
                                        LONGEST_NAME,
                                        "decisions.example-name",
                                        "decisions.text-long"),
                                CleanValues.of(example.inputs()),
                                CleanValues.of(example.expected())))
                .toList();
    }

    /** All that is to be said of a model; that it takes too long to say is a finding too. */
    List<Finding> findings(String text) {
        Model model = read(text);
        List<Finding> findings =
                new ArrayList<>(
                        engine.look(() -> ModelChecks.of(model))
                                .orElseGet(() -> List.of(Finding.error("decisions.too-long"))));
        if (findings.stream().noneMatch(Finding::stops)) {
            engine.errors(text).stream()
                    .limit(5)
                    .map(said -> Finding.error("decisions.engine", said))
                    .forEach(findings::add);
        }
        return findings;
    }

    /** What comes of these inputs; nothing is asked of a model in which something is wrong. */
    List<Outcome> outcomes(
            DecisionTable table, List<Finding> findings, List<Map<String, Value>> inputs) {
        if (findings.stream().anyMatch(Finding::stops)) {
            Outcome none = Outcomes.not(Finding.error("decisions.not-yet"));
            return inputs.stream().map(one -> none).toList();
        }
        return asking.each(table, inputs);
    }

    /** What comes of each example now. */
    List<Run> runs(DecisionTable table, List<Finding> findings) {
        List<Outcome> outcomes =
                outcomes(table, findings, table.examples().stream().map(Example::inputs).toList());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            runs.add(new Run(table.examples().get(i), outcomes.get(i)));
        }
        return runs;
    }

    /** Refuses to publish what has an error, no example, or one that does not hold. */
    public void refuseUnready(DecisionTable table) {
        List<Finding> findings = findings(table.model());
        long errors = findings.stream().filter(Finding::stops).count();
        if (errors > 0) {
            throw new Refused("decisions.not-ready", errors);
        }
        if (table.examples().isEmpty()) {
            throw new Refused("decisions.no-example");
        }
        runs(table, findings).stream()
                .filter(run -> !run.holds())
                .findFirst()
                .ifPresent(run -> {
                    throw new Refused("decisions.example-fails", run.example().name());
                });
    }

    /** The model, or a refusal that says where. */
    static Model read(String text) {
        try {
            return ModelReader.read(text);
        } catch (HostileModel hostile) {
            Finding finding = hostile.finding();
            String code = finding.what().key().replaceFirst("^error\\.", "");
            if (finding.where().isPresent()) {
                throw new Refused(
                        "decisions.model-at",
                        finding.where().get().table(),
                        new be.onthaal.common.Message("error." + code, finding.what().arguments()));
            }
            throw new Refused(code, finding.what().arguments().toArray());
        }
    }
}
