// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Condition;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.cases.model.LateStep;
import be.onthaal.cases.model.Phase;
import be.onthaal.cases.model.PublicStatus;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.Retention;
import be.onthaal.cases.model.Right;
import be.onthaal.cases.model.RoleDefinition;
import be.onthaal.cases.model.TaskDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.cases.model.Words;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import be.onthaal.common.TermRule;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** Parts of a definition as they were typed in a form; every field has a limit. */
record Typed(MultiValueMap<String, String> sent) {

    private static final int LINE = 200;
    private static final int TEXT = 2_000;
    private static final int CHOICES = 60_000;
    private static final int MOST = 300;
    private static final int MOST_CONDITIONS = 20;

    String text(String name, int longest) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, longest, "cases.field-long").strip();
    }

    int revision() {
        return number("revision").orElse(-1);
    }

    /** The code of a part: the one it has, or one made of its name. */
    String code(String name) {
        String given = text("code", 60);
        return given.isEmpty() ? slug(name) : given;
    }

    CaseTypeDefinition general(CaseTypeDefinition before) {
        return new CaseTypeDefinition(
                words("name", LINE),
                words("description", TEXT),
                term("term").orElse(before.term()),
                number("extendableBy"),
                number("warnBefore").orElse(0),
                before.phases(),
                before.fields(),
                before.documents(),
                before.roles(),
                before.results(),
                rights(),
                many("templates"),
                choice("confidentiality", Confidentiality.class).orElse(before.confidentiality()),
                unit("defaultUnit"),
                late());
    }

    Phase phase(Optional<Phase> before) {
        Words name = words("name", LINE);
        return new Phase(
                code(name.nl()),
                name,
                status(),
                many("next"),
                many("asks"),
                before.map(Phase::tasks).orElse(List.of()));
    }

    TaskDefinition task() {
        Words title = words("name", LINE);
        return new TaskDefinition(
                code(title.nl()),
                title,
                choice("kind", TaskKind.class).orElse(TaskKind.WORK),
                is("mandatory"),
                is("repeats"),
                conditions(),
                many("after"),
                unit("unit"),
                term("term"),
                optional("with", 60),
                late());
    }

    /** What happens when the term has passed: each at most once, and the end last. */
    private List<LateStep> late() {
        return Stream.of(LateStep.Kind.values())
                .flatMap(kind ->
                        optional("late." + kind.name(), 60).stream()
                                .map(chosen ->
                                        new LateStep(
                                                kind,
                                                Optional.of(chosen)
                                                        .filter(code ->
                                                                kind.with()
                                                                        != LateStep.With.NOTHING))))
                .toList();
    }

    FieldDefinition field() {
        Words label = words("name", LINE);
        return new FieldDefinition(
                code(label.nl()),
                label,
                words("hint", TEXT),
                choice("kind", FieldKind.class).orElse(FieldKind.TEXT),
                is("searchable"),
                choices(),
                decimal("least"),
                decimal("most"),
                conditions(),
                optional("table", 60)
                        .map(table -> new FieldDefinition.Computed(table, text("outcome", LINE))));
    }

    Result result() {
        Words name = words("name", LINE);
        return new Result(
                code(name.nl()),
                name,
                status(),
                is("stops"),
                many("phases"),
                conditions(),
                retention());
    }

    RoleDefinition role() {
        Words name = words("name", LINE);
        return new RoleDefinition(
                code(name.nl()),
                name,
                choice("kind", RoleDefinition.RoleKind.class)
                        .orElse(RoleDefinition.RoleKind.CONCERNED),
                is("mandatory"),
                is("many"));
    }

    DocumentKind document() {
        Words name = words("name", LINE);
        return new DocumentKind(
                code(name.nl()),
                name,
                is("mandatory"),
                conditions(),
                choice("confidentiality", Confidentiality.class),
                retention());
    }

    private PublicStatus status() {
        return new PublicStatus(
                words("status", TEXT),
                choice("dosisPhase", PublicStatus.DosisPhase.class)
                        .orElse(PublicStatus.DosisPhase.BEHANDELING),
                choice("dosisCode", PublicStatus.DosisCode.class)
                        .orElse(PublicStatus.DosisCode.IN_BEHANDELING),
                is("actionNeeded"));
    }

    private List<Right> rights() {
        return Arrays.stream(Right.Act.values())
                .flatMap(act ->
                        choice("right." + act.name(), Right.Holder.class)
                                .filter(holder -> holder != Right.Holder.HANDLERS)
                                .map(holder -> new Right(act, holder))
                                .stream())
                .toList();
    }

    private Optional<Retention> retention() {
        return choice("retention", Retention.Action.class)
                .map(action ->
                        new Retention(
                                action,
                                action == Retention.Action.KEEP ? 0 : number("years").orElse(0)));
    }

    /** Three languages in one row of fields. */
    private Words words(String name, int longest) {
        return new Words(
                text(name + ".nl", longest),
                text(name + ".fr", longest),
                text(name + ".en", longest));
    }

    /** Rows of a field, a comparison and values with commas between them. */
    private List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        for (int i = 0; i < MOST_CONDITIONS; i++) {
            String field = text("when." + i + ".field", 60);
            if (!field.isEmpty()) {
                Condition.Comparison comparison =
                        choice("when." + i + ".comparison", Condition.Comparison.class)
                                .orElse(Condition.Comparison.IS);
                found.add(new Condition(field, comparison, listed("when." + i + ".values")));
            }
        }
        return found;
    }

    private List<String> listed(String name) {
        return Stream.of(text(name, TEXT).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** A line per choice: {@code code | Dutch | French | English}, or only the Dutch. */
    private List<FieldDefinition.Choice> choices() {
        return text("choices", CHOICES)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST + 1L)
                .map(Typed::choice)
                .toList();
    }

    private static FieldDefinition.Choice choice(String line) {
        String[] parts = line.split("\\|", 4);
        if (parts.length == 1) {
            return new FieldDefinition.Choice(slug(line), Words.dutch(line));
        }
        return new FieldDefinition.Choice(
                parts[0].strip(),
                new Words(
                        parts[1].strip(),
                        parts.length > 2 ? parts[2].strip() : "",
                        parts.length > 3 ? parts[3].strip() : ""));
    }

    private Optional<TermRule> term(String name) {
        return number(name + ".amount")
                .map(amount -> {
                    if (amount < 1 || amount > 36_500) {
                        throw new Refused("cases.type-number", amount);
                    }
                    return new TermRule(
                            amount,
                            choice(name + ".unit", TermRule.Unit.class)
                                    .orElse(TermRule.Unit.WORKING_DAYS),
                            choice(name + ".starts", TermRule.Start.class)
                                    .orElse(TermRule.Start.DAY_AFTER),
                            is(name + ".moves"));
                });
    }

    private boolean is(String name) {
        return !text(name, 10).isEmpty();
    }

    private Optional<String> optional(String name, int longest) {
        return Optional.of(text(name, longest)).filter(value -> !value.isEmpty());
    }

    Optional<UnitId> unit(String name) {
        return optional(name, 36).map(id -> new UnitId(UUID.fromString(id)));
    }

    private List<String> many(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .map(value -> FreeText.clean(value, 60, "cases.field-long"))
                .filter(value -> !value.isEmpty())
                .limit(MOST)
                .toList();
    }

    private <E extends Enum<E>> Optional<E> choice(String name, Class<E> of) {
        return optional(name, 40).map(value -> Enum.valueOf(of, value));
    }

    private Optional<Integer> number(String name) {
        return optional(name, 9)
                .map(text -> {
                    if (!text.chars().allMatch(Character::isDigit)) {
                        throw new Refused("cases.type-number", text);
                    }
                    return Integer.parseInt(text);
                });
    }

    private Optional<BigDecimal> decimal(String name) {
        return optional(name, 30)
                .map(text ->
                        FieldKind.NUMBER
                                .written(text)
                                .map(BigDecimal::new)
                                .orElseThrow(() -> new Refused("cases.type-number", text)));
    }

    /** A code of a name: without accents, in small letters, with hyphens. */
    private static String slug(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return plain.length() > 60 ? plain.substring(0, 60).replaceAll("-+$", "") : plain;
    }
}
