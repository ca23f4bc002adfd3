// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.cases.model.FieldValues;
import be.onthaal.cases.model.Flow;
import be.onthaal.cases.model.Phase;
import be.onthaal.common.Brussels;
import be.onthaal.common.Message;
import be.onthaal.decisions.Decisions;
import be.onthaal.decisions.Outcome;
import be.onthaal.decisions.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Fills in the fields of a case: what a person typed where it is asked, and what decision tables
 * make of it. What is no longer asked is let go.
 */
@Component
class CaseFilling {

    private final Decisions decisions;
    private final Clock clock;

    CaseFilling(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What the case holds after somebody typed this; what he did not name stays as it is. */
    CaseFile.Filled fill(
            CaseTypeDefinition type,
            Phase phase,
            CaseFile.Filled before,
            Map<String, List<String>> typed) {
        FieldValues values = before.values();
        for (FieldDefinition field : type.fields()) {
            List<String> given = typed.get(field.code());
            if (given != null && field.computed().isEmpty()) {
                values = values.with(field.code(), FieldChecks.written(field, given));
            }
        }
        return computed(type, onlyAsked(type, phase, values));
    }

    /** Letting one field go may make others superfluous; conditions do not turn in a circle. */
    private static FieldValues onlyAsked(CaseTypeDefinition type, Phase phase, FieldValues all) {
        FieldValues values = all;
        while (true) {
            Set<String> asked =
                    new Flow(type, phase, values, List.of())
                            .asked().stream()
                                    .map(FieldDefinition::code)
                                    .collect(Collectors.toCollection(HashSet::new));
            Map<String, List<String>> kept = new LinkedHashMap<>(values.values());
            if (!kept.keySet().retainAll(asked)) {
                return values;
            }
            values = new FieldValues(kept);
        }
    }

    private CaseFile.Filled computed(CaseTypeDefinition type, FieldValues typed) {
        FieldValues values = typed;
        Map<String, Message> whys = new HashMap<>();
        LocalDate today = Brussels.today(clock);
        for (FieldDefinition field : type.fields()) {
            if (field.computed().isPresent()) {
                FieldDefinition.Computed from = field.computed().get();
                Outcome outcome =
                        decisions.decide(
                                from.table(), inputs(type, typed, from.table(), today), today);
                switch (outcome) {
                    case Outcome.Decided decided -> {
                        values =
                                values.with(
                                        field.code(),
                                        written(field.kind(), decided.value(from.outcome())));
                        whys.put(field.code(), decided.why().sentence());
                    }
                    case Outcome.NotDecided not -> {
                        values = values.with(field.code(), List.of());
                        whys.put(field.code(), not.reason().sentence());
                    }
                }
            }
        }
        return new CaseFile.Filled(values, whys);
    }

    private Map<String, Value> inputs(
            CaseTypeDefinition type, FieldValues values, String table, LocalDate today) {
        Map<String, Value> inputs = new HashMap<>();
        for (String name : decisions.asks(table, today)) {
            type.field(name)
                    .ifPresent(field -> inputs.put(name, value(field.kind(), values.of(name))));
        }
        return inputs;
    }

    private static Value value(FieldKind kind, List<String> filled) {
        if (kind == FieldKind.CHOICES) {
            return new Value.Many(filled.stream().map(Value::of).toList());
        }
        Optional<String> one = filled.stream().findFirst();
        return one.map(text ->
                        switch (kind) {
                            case NUMBER, MONEY -> Value.of(new BigDecimal(text));
                            case DATE -> Value.of(LocalDate.parse(text));
                            case YES_NO -> Value.of(text.equals(FieldKind.YES));
                            default -> Value.of(text);
                        })
                .orElse(Value.UNKNOWN);
    }

    private static List<String> written(FieldKind kind, Value value) {
        String text =
                value instanceof Value.Truth truth
                        ? truth.holds() ? FieldKind.YES : FieldKind.NO
                        : value.shown();
        return text.isBlank() ? List.of() : kind.written(text).stream().toList();
    }
}
