// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.Field;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import be.onthaal.decisions.internal.checks.InputChecks;
import be.onthaal.decisions.internal.engine.Engine;
import be.onthaal.decisions.internal.model.HostileModel;
import be.onthaal.decisions.internal.model.Model;
import be.onthaal.decisions.internal.model.ModelReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks one version for outcomes: the inputs checked first, the reasons in words after. */
@Component
public class Asking {

    private static final int KEPT = 200;

    private final Engine engine;
    private final Map<UUID, Model> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Model> eldest) {
                    return size() > KEPT;
                }
            };

    Asking(Engine engine) {
        this.engine = engine;
    }

    /** A published version, whose model is read once and fetched only then. */
    public Outcome published(Head head, Supplier<String> text, Map<String, Value> inputs) {
        Optional<Model> model = known(head.id(), text);
        if (model.isEmpty()) {
            return Outcomes.not(Finding.error("decisions.unreadable"));
        }
        return InputChecks.problemOf(model.get(), inputs)
                .map(Outcomes::not)
                .orElseGet(() ->
                        Outcomes.of(
                                head,
                                model.get(),
                                engine.evaluate(head.id(), text, whole(model.get(), inputs))));
    }

    /** The names of what a published version asks for; none when it cannot be read. */
    public List<String> asks(Head head, Supplier<String> text) {
        return known(head.id(), text)
                .map(model -> model.inputFields().stream().map(Field::name).toList())
                .orElse(List.of());
    }

    /** Any version with many inputs, each answered in its place. */
    public List<Outcome> each(DecisionTable table, List<Map<String, Value>> inputs) {
        Optional<Model> model = read(table.model());
        if (model.isEmpty()) {
            return inputs.stream()
                    .map(one -> Outcomes.not(Finding.error("decisions.unreadable")))
                    .toList();
        }
        List<Map<String, Value>> fitting =
                inputs.stream()
                        .filter(one -> InputChecks.problemOf(model.get(), one).isEmpty())
                        .map(one -> whole(model.get(), one))
                        .toList();
        List<Engine.Answer> answers = engine.evaluate(table.model(), fitting);
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Map<String, Value> one : inputs) {
            Optional<Finding> problem = InputChecks.problemOf(model.get(), one);
            outcomes.add(
                    problem.isPresent()
                            ? Outcomes.not(problem.get())
                            : Outcomes.of(table.head(), model.get(), answers.get(next++)));
        }
        return outcomes;
    }

    /** Everything that is asked for is there; what was not given is unknown. */
    private static Map<String, Value> whole(Model model, Map<String, Value> inputs) {
        Map<String, Value> whole = new LinkedHashMap<>();
        model.inputs()
                .forEach(input ->
                        whole.put(input.name(), inputs.getOrDefault(input.name(), Value.UNKNOWN)));
        return whole;
    }

    private Optional<Model> known(UUID id, Supplier<String> text) {
        synchronized (kept) {
            Model model = kept.get(id);
            if (model != null) {
                return Optional.of(model);
            }
        }
        Optional<Model> read = read(text.get());
        synchronized (kept) {
            read.ifPresent(model -> kept.put(id, model));
        }
        return read;
    }

    private static Optional<Model> read(String text) {
        try {
            return Optional.of(ModelReader.read(text));
        } catch (HostileModel refused) {
            return Optional.empty();
        }
    }
}
