// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.common.TermRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is wrong with a definition, with the place of each fault: names, codes, what points nowhere,
 * phases that nobody reaches or leaves, conditions that turn in a circle, terms without an end.
 */
public final class DefinitionChecks {

    /** The longest term, wait or extension: ten years of days. */
    public static final int LONGEST_TERM = 3_650;

    /** The form of every code. */
    public static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PARTS = 100;
    private static final int MOST_CHOICES = 300;
    private static final int MOST_WARNING = 60;

    private final CaseTypeDefinition type;
    private final List<Problem> found = new ArrayList<>();

    private DefinitionChecks(CaseTypeDefinition type) {
        this.type = type;
    }

    /** Every problem, those that stop first. */
    public static List<Problem> of(CaseTypeDefinition type) {
        var checks = new DefinitionChecks(type);
        checks.whole();
        checks.fields();
        checks.phases();
        checks.ends();
        checks.rest();
        LateChecks.of(type, checks.found);
        return checks.found.stream()
                .sorted((one, other) -> Boolean.compare(other.stops(), one.stops()))
                .toList();
    }

    private void whole() {
        name("name", type.name());
        text("description", type.description());
        term("term", type.term());
        type.extendableBy()
                .filter(by -> by < 1 || by > LONGEST_TERM)
                .ifPresent(by -> error("extendableBy", "cases.check.term", LONGEST_TERM));
        if (type.warnBefore() < 0 || type.warnBefore() > MOST_WARNING) {
            error("warnBefore", "cases.check.warn-before", MOST_WARNING);
        }
        codes("phases", type.phases(), Phase::code);
        codes("fields", type.fields(), FieldDefinition::code);
        codes("documents", type.documents(), DocumentKind::code);
        codes("roles", type.roles(), RoleDefinition::code);
        codes("results", type.results(), Result::code);
        codes(
                "phases/*/tasks",
                type.phases().stream().flatMap(phase -> phase.tasks().stream()).toList(),
                TaskDefinition::code);
        if (type.phases().isEmpty()) {
            error("phases", "cases.check.no-phase");
        }
        if (type.results().isEmpty()) {
            error("results", "cases.check.no-result");
        }
    }

    private void fields() {
        for (FieldDefinition field : type.fields()) {
            String place = "fields/" + field.code();
            name(place, field.label());
            text(place, field.hint());
            if (field.choices().size() > MOST_CHOICES) {
                error(place, "cases.check.many", MOST_CHOICES);
            }
            codes(place + "/choices", field.choices(), FieldDefinition.Choice::code);
            field.choices().forEach(choice -> name(place + "/choices", choice.label()));
            boolean chosen = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
            if (chosen && field.choices().isEmpty()) {
                error(place, "cases.check.no-choice");
            }
            if (field.least().isPresent()
                    && field.most().isPresent()
                    && field.least().get().compareTo(field.most().get()) > 0) {
                error(place, "cases.check.least-most");
            }
            conditions(place, field.when());
            field.when().stream()
                    .flatMap(condition -> type.field(condition.field()).stream())
                    .filter(other -> other.computed().isPresent())
                    .forEach(other -> error(place, "cases.check.when-computed", other.code()));
        }
        for (FieldDefinition field : type.fields()) {
            if (circles(field.code(), this::conditionsOf)) {
                error("fields/" + field.code(), "cases.check.circle");
            }
        }
    }

    private void phases() {
        for (Phase phase : type.phases()) {
            String place = "phases/" + phase.code();
            name(place, phase.name());
            text(place, phase.status().words());
            phase.next().stream()
                    .filter(code -> code.equals(phase.code()) || type.phase(code).isEmpty())
                    .forEach(code -> error(place + "/next", "cases.check.no-such-phase", code));
            phase.asks()
                    .forEach(code -> {
                        Optional<FieldDefinition> asked = type.field(code);
                        if (asked.isEmpty()) {
                            error(place + "/asks", "cases.check.no-such-field", code);
                        } else if (asked.get().computed().isPresent()) {
                            error(place + "/asks", "cases.check.asks-computed", code);
                        }
                    });
            if (phase.tasks().size() > MOST_PARTS) {
                error(place + "/tasks", "cases.check.many", MOST_PARTS);
            }
            TaskChecks.of(type, phase, this::conditions, found);
            phase.tasks().forEach(task -> task.term().ifPresent(rule -> term(place, rule)));
        }
    }

    /** Every phase is reached from the first, and an end is reached from every phase. */
    private void ends() {
        if (type.phases().isEmpty()) {
            return;
        }
        Set<String> reached = reachedFrom(type.phases().getFirst().code());
        for (Phase phase : type.phases()) {
            if (!reached.contains(phase.code())) {
                error("phases/" + phase.code(), "cases.check.unreachable");
            } else if (reachedFrom(phase.code()).stream().noneMatch(this::endsSomehow)) {
                error("phases/" + phase.code(), "cases.check.no-end");
            }
        }
    }

    private boolean endsSomehow(String phase) {
        return type.results().stream().anyMatch(result -> result.endsIn(phase));
    }

    private Set<String> reachedFrom(String first) {
        Set<String> reached = new HashSet<>();
        List<String> waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            String code = waiting.removeLast();
            if (reached.add(code)) {
                type.phase(code).ifPresent(phase -> waiting.addAll(phase.next()));
            }
        }
        return reached;
    }

    private void rest() {
        for (Result result : type.results()) {
            String place = "results/" + result.code();
            name(place, result.name());
            text(place, result.status().words());
            conditions(place, result.when());
            result.phases().stream()
                    .filter(code -> type.phase(code).isEmpty())
                    .forEach(code -> error(place, "cases.check.no-such-phase", code));
            if (result.retention().filter(Retention::complete).isEmpty()) {
                found.add(Problem.warning(place, "cases.check.no-retention"));
            }
        }
        for (DocumentKind document : type.documents()) {
            String place = "documents/" + document.code();
            name(place, document.name());
            conditions(place, document.when());
            if (document.retention().filter(rule -> !rule.complete()).isPresent()) {
                error(place, "cases.check.retention");
            }
        }
        type.roles().forEach(role -> name("roles/" + role.code(), role.name()));
        if (type.rights().stream().map(Right::act).distinct().count() < type.rights().size()) {
            error("rights", "cases.check.twice");
        }
    }

    private void conditions(String place, List<Condition> all) {
        for (Condition condition : all) {
            Optional<FieldDefinition> field = type.field(condition.field());
            if (field.isEmpty()) {
                error(place + "/when", "cases.check.no-such-field", condition.field());
            } else {
                compared(place + "/when", condition, field.get());
            }
        }
    }

    private void compared(String place, Condition condition, FieldDefinition field) {
        boolean ordered =
                switch (condition.comparison()) {
                    case AT_LEAST, AT_MOST -> true;
                    case IS, IS_NOT, FILLED, EMPTY -> false;
                };
        boolean alone =
                condition.comparison() == Condition.Comparison.FILLED
                        || condition.comparison() == Condition.Comparison.EMPTY;
        if (ordered && !field.kind().isOrdered()) {
            error(place, "cases.check.not-ordered", field.code());
        }
        if (alone != condition.values().isEmpty()) {
            error(place, "cases.check.compare-with", field.code());
        }
        for (String value : condition.values()) {
            boolean known =
                    field.choices().isEmpty()
                            ? field.kind()
                                    .written(value)
                                    .filter(kept -> ordered || kept.equals(value))
                                    .isPresent()
                            : field.choices().stream()
                                    .anyMatch(choice -> choice.code().equals(value));
            if (!known) {
                error(place, "cases.check.no-such-value", value, field.code());
            }
        }
    }

    private List<String> conditionsOf(String field) {
        return type.field(field).stream()
                .flatMap(each -> each.when().stream())
                .map(Condition::field)
                .toList();
    }

    /** Whether one comes back to where one began. */
    static boolean circles(String start, Function<String, List<String>> onwards) {
        Set<String> seen = new HashSet<>();
        List<String> waiting = new ArrayList<>(onwards.apply(start));
        while (!waiting.isEmpty()) {
            String next = waiting.removeLast();
            if (next.equals(start)) {
                return true;
            }
            if (seen.add(next)) {
                waiting.addAll(onwards.apply(next));
            }
        }
        return false;
    }

    private <T> void codes(String place, List<T> parts, Function<T, String> code) {
        if (parts.size() > MOST_CHOICES) {
            error(place, "cases.check.many", MOST_CHOICES);
        }
        Set<String> seen = new HashSet<>();
        for (T part : parts) {
            String written = code.apply(part);
            if (!CODE.matcher(written).matches()) {
                error(place, "cases.check.code", shortened(written));
            } else if (!seen.add(written)) {
                error(place + "/" + written, "cases.check.twice");
            }
        }
    }

    private void name(String place, Words words) {
        if (words.missing()) {
            error(place, "cases.check.no-name");
        } else if (longest(words) > LONGEST_NAME) {
            error(place, "cases.check.long", LONGEST_NAME);
        }
    }

    private void text(String place, Words words) {
        if (longest(words) > LONGEST_TEXT) {
            error(place, "cases.check.long", LONGEST_TEXT);
        }
    }

    private void term(String place, TermRule rule) {
        if (rule.amount() > LONGEST_TERM) {
            error(place, "cases.check.term", LONGEST_TERM);
        }
    }

    private void error(String place, String key, Object... arguments) {
        found.add(Problem.error(place, key, arguments));
    }

    private static int longest(Words words) {
        return Math.max(words.nl().length(), Math.max(words.fr().length(), words.en().length()));
    }

    private static String shortened(String text) {
        return text.length() <= MOST_WARNING ? text : text.substring(0, MOST_WARNING) + "…";
    }
}
