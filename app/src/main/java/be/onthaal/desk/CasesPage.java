// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Purpose;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseType;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.common.Page;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A list of cases that people work from. */
public record CasesPage(
        CaseQuery query,
        Said said,
        Page<CaseLine> lines,
        Map<View, Long> counts,
        ListChoice look,
        Choices choices,
        LocalDate today,
        Optional<Bulk> bulk) {

    /** Why somebody may take a list along. */
    public static final List<Purpose> PURPOSES =
            List.of(Purpose.CASE, Purpose.COORDINATION, Purpose.SUPERVISION);

    /**
     * The words that are looked for.
     *
     * @param texts what is looked for in fields of text, by their codes
     * @param gone the address names words of somebody else, or of days ago
     */
    public record Said(String words, Map<String, String> texts, boolean gone) {}

    /** His own views, what can be chosen from, and what he may do. */
    public record Choices(
            List<SavedView> views,
            List<Employee> colleagues,
            List<CaseType> types,
            List<Unit> units,
            Map<UnitId, String> names,
            Function<CaseLine, CaseType> typeOf,
            boolean handles,
            boolean coordinates) {}

    /** What became of each case that something was done with. */
    public record Bulk(List<Item> items) {

        /** One case: done, or the reason why not. */
        public record Item(String number, Optional<String> problem) {}

        public long done() {
            return items.stream().filter(item -> item.problem().isEmpty()).count();
        }

        public boolean whole() {
            return done() == items.size();
        }
    }

    public CaseFilter filter() {
        return query.filter();
    }

    public List<CaseColumn> columns() {
        return look.columns().orElseGet(() -> CaseColumn.usual(filter().view()));
    }

    /** The address of the list in the order of this column, when it can be put so. */
    public Optional<String> sortedBy(CaseColumn column) {
        return Optional.of(column)
                .filter(one -> one.sorts(filter().view()))
                .map(one -> "/zaken?" + query.by(one.next(filter().sort())).text());
    }

    /** How the list goes by this column now, as aria-sort says it; nothing when it does not. */
    public Optional<String> direction(CaseColumn column) {
        return Optional.of(column)
                .filter(one -> one.sorts(filter().view()))
                .flatMap(one -> one.direction(filter().sort()));
    }

    public String unitName(CaseLine line) {
        return choices.names().getOrDefault(line.placement().unit(), "");
    }

    /** The phase that a case is in, as its type calls it. */
    public String phaseName(CaseLine line, String locale) {
        return phaseName(choices.typeOf().apply(line), line, locale);
    }

    static String phaseName(CaseType type, CaseLine line, String locale) {
        return type.definition().phases().stream()
                .filter(phase -> phase.code().equals(line.traits().phase()))
                .findFirst()
                .map(phase -> phase.name().in(locale))
                .orElse("");
    }

    /** The phases that can be chosen from: those of the one type that is chosen. */
    public List<Phase> phases() {
        return type().map(type -> type.definition().phases()).orElse(List.of());
    }

    /** The fields by which one can look: those of the one type that is chosen. */
    public List<FieldDefinition> fields() {
        return type().map(type -> type.definition().searchable()).orElse(List.of());
    }

    /** What is looked for in a field; nothing when it is not asked. */
    public String sought(FieldDefinition field) {
        String hidden = said.texts().getOrDefault(field.code(), "");
        return filter().narrowing().fields().getOrDefault(field.code(), hidden);
    }

    private Optional<CaseType> type() {
        return choices.types().stream()
                .filter(type -> filter().narrowing().types().equals(Set.of(type.code())))
                .findFirst();
    }

    public Remaining remaining(CaseLine line) {
        return Remaining.of(line.dates().dueOn(), today, line.status());
    }

    /** True when this view shows just this list. */
    public boolean at(SavedView view) {
        return view.address().equals(query.text());
    }

    /** What is chosen, each with the address of the list without it. */
    public List<Chip> chips(String locale) {
        return Chip.of(this, locale);
    }

    public String address() {
        return "/zaken?" + query.text() + "&";
    }
}
