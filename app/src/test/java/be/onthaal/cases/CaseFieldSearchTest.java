// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter.View;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Cases found by what stands in the searchable fields of their type. */
@OnthaalTest
class CaseFieldSearchTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "stall",
             "definition": {"name": "Standplaats", "confidentiality": "INTERNAL",
               "term": {"amount": 5, "unit": "WORKING_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": true},
               "phases": [{"code": "handling", "name": "Behandeling"}],
               "fields": [
                 {"code": "name", "label": "Naam", "kind": "TEXT", "searchable": true},
                 {"code": "goods", "label": "Waren", "kind": "CHOICES", "searchable": true,
                  "choices": [{"code": "fish", "label": "Vis"}, {"code": "bread", "label": "Brood"}]},
                 {"code": "metres", "label": "Meter", "kind": "NUMBER", "searchable": true},
                 {"code": "power", "label": "Stroom", "kind": "YES_NO", "searchable": true},
                 {"code": "remark", "label": "Opmerking", "kind": "TEXT"}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired CaseHandling work;
    @Autowired CaseSearch search;
    @Autowired Worklists worklists;
    @Autowired FieldsOfOldCases oldCases;
    @Autowired Authorities authorities;
    @Autowired DSLContext sql;
    @Autowired Units units;
    @Autowired AsOwner owner;
    @Autowired TransactionOperations transactions;

    private Town town;
    private TestAuthority here;
    private Caller jan;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        publish(TYPE);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
    }

    @Test
    void aWholeValueIsFoundByItselfAndATextByItsBeginning() {
        CaseId fish = filled(Map.of("name", "Élodie Janssens", "goods", "fish", "metres", "6"));
        CaseId bread = filled(Map.of("name", "Jan Élodie", "goods", "bread", "metres", "6.50"));

        assertThat(found(jan, Map.of("goods", "fish"))).containsExactly(fish);
        assertThat(found(jan, Map.of("metres", "6,5"))).containsExactly(bread);
        assertThat(found(jan, Map.of("metres", "6"))).containsExactly(fish);
        assertThat(found(jan, Map.of("name", "elod"))).containsExactly(fish);
        assertThat(found(jan, Map.of("name", "Jan", "goods", "bread"))).containsExactly(bread);
        assertThat(found(jan, Map.of("name", "Jan", "goods", "fish"))).isEmpty();
        assertThat(found(jan, Map.of("power", "yes"))).isEmpty();
        for (String hostile : List.of("%", "_", "'", "\\", "j_n", "x'; drop")) {
            assertThat(found(jan, Map.of("name", hostile))).as(hostile).isEmpty();
        }
    }

    @Test
    void whatIsChangedIsFoundByWhatItIsNow() {
        CaseId id = filled(Map.of("name", "Peeters", "power", "no"));
        fill(id, Map.of("name", List.of("Maes"), "power", List.of("yes")));

        assertThat(found(jan, Map.of("name", "Peeters"))).isEmpty();
        assertThat(found(jan, Map.of("name", "Maes", "power", "yes"))).containsExactly(id);
        fill(id, Map.of("name", List.of()));
        assertThat(found(jan, Map.of("name", "Maes"))).isEmpty();
        assertThat(said("maes")).isEmpty();
    }

    @Test
    void severalChoicesAreEachFoundAndTheCaseOnce() {
        CaseId id = filled(Map.of("name", "Beide"));
        fill(id, Map.of("goods", List.of("fish", "bread")));

        assertThat(found(jan, Map.of("goods", "fish"))).containsExactly(id);
        assertThat(found(jan, Map.of("goods", "bread"))).containsExactly(id);
    }

    @Test
    void whatIsConfidentialToAUnitIsFoundByItsPeopleOnly() {
        UnitId social =
                Callers.as(
                        here.administrator(),
                        () -> units.open("Sociale dienst", Optional.empty()).id());
        Caller els = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(social));
        Caller ocmw = towns.person(town.ocmw(), StandardRole.COORDINATOR);
        CaseId open = filled(Map.of("name", "Zichtbaar"));
        CaseId hidden =
                Callers.as(
                        els,
                        () -> {
                            CaseId id = opened(social, Confidentiality.CONFIDENTIAL);
                            work.fill(id, 0, Map.of("name", List.of("Zorgvuldig")));
                            return id;
                        });

        assertThat(found(jan, Map.of("name", "z"))).containsExactly(open);
        assertThat(found(els, Map.of("name", "z"))).containsExactlyInAnyOrder(open, hidden);
        assertThat(
                        Callers.as(jan, () -> cases.list(filter(Map.of("name", "z")), page()))
                                .total()
                                .value())
                .isEqualTo(1);
        assertThat(said("zorgvuldig")).isEmpty();
        assertThatThrownBy(() -> found(ocmw, Map.of("name", "z")))
                .isInstanceOf(OnthaalException.class);
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheReason() {
        filled(Map.of("name", "Iemand", "remark", "Geheim"));

        refused("cases.search-field", Map.of("remark", "Geheim"));
        refused("cases.search-field", Map.of("nothing", "x"));
        refused("cases.search-value", Map.of("metres", "veel"));
        refused("cases.search-value", Map.of("power", "misschien"));
        refused("cases.search-value", Map.of("name", "x".repeat(10_000)));
        refused("cases.search-value", Map.of("name", " \u0000"));
        assertThatThrownBy(() -> Callers.as(jan, () -> cases.list(of(Set.of()), page())))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        no -> assertThat(no.code()).isEqualTo("cases.search-type"));
        assertThatThrownBy(() -> Callers.as(jan, () -> cases.list(of(Set.of("a", "b")), page())))
                .isInstanceOf(OnthaalException.class);
        assertThat(said("geheim")).as("a field that is not searchable").isEmpty();
    }

    @Test
    void olderCasesAreFoundByAFieldThatBecomesSearchable() {
        CaseId old = filled(Map.of("name", "Oud", "remark", "Bij de kerk"));
        publish(
                TYPE.replace(
                        "\"label\": \"Opmerking\", \"kind\": \"TEXT\"",
                        "\"label\": \"Opmerking\", \"kind\": \"TEXT\", \"searchable\": true"));
        CaseId fresh = filled(Map.of("name", "Nieuw", "remark", "Bij de kerk links"));

        assertThat(found(jan, Map.of("remark", "bij de kerk"))).containsExactly(fresh);
        oldCases.run();
        oldCases.run();

        assertThat(found(jan, Map.of("remark", "bij de kerk")))
                .containsExactlyInAnyOrder(old, fresh);
        assertThat(said("kerk")).containsExactlyInAnyOrder(old, fresh);
        assertThat(
                        owner.column(
                                "select 1 from cases.searched_field where not filled and authority_id = '%s'"
                                        .formatted(here.authority().id())))
                .isEmpty();
    }

    @Test
    void betweenTwoPortionsOfOlderCasesOthersGetTheirTurn() {
        for (int i = 0; i < 5; i++) {
            filled(Map.of("name", "Oud " + i, "remark", "Bij de kerk"));
        }
        publish(
                TYPE.replace(
                        "\"label\": \"Opmerking\", \"kind\": \"TEXT\"",
                        "\"label\": \"Opmerking\", \"kind\": \"TEXT\", \"searchable\": true"));
        List<Duration> rests = new ArrayList<>();

        new FieldsOfOldCases(
                        authorities, sql, transactions, new FieldsOfOldCases.Batches(2, rests::add))
                .run();

        assertThat(rests).hasSizeGreaterThanOrEqualTo(2).allMatch(rest -> rest.toMillis() >= 200);
        assertThat(FieldsOfOldCases.restAfter(Duration.ofSeconds(3)))
                .as("as long as the work took")
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whoReadsAllValuesOfTheTableSeesOnlyThoseOfHisCases() {
        filled(Map.of("name", "Van hier"));

        List<String> elsewhere =
                owner.columnAfter(
                        List.of(
                                "set local role onthaal_app",
                                "select set_config('onthaal.kind', 'EMPLOYEE', true), set_config('onthaal.authority', '%s', true), set_config('onthaal.units', '{}', true), set_config('onthaal.clearance', '1', true)"
                                        .formatted(town.ocmw().authority().id())),
                        "select value from cases.field_value");

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void aBeginningIsARangeOfTheIndexUnderTheRowRule() {
        List<String> plan =
                owner.columnAfter(
                        List.of(
                                "set local enable_seqscan = off",
                                "set local enable_bitmapscan = off",
                                "set local role onthaal_app",
                                "select set_config('onthaal.kind', 'EMPLOYEE', true), set_config('onthaal.authority', '%s', true), set_config('onthaal.units', '{}', true), set_config('onthaal.clearance', '1', true)"
                                        .formatted(here.authority().id())),
                        """
                        explain select case_id from cases.field_value
                        where authority_id = '%s' and type_code = 'stall' and field = 'name'
                          and value >= cases.folded_value('Jan') and value < cases.folded_value('Jan') || 'z'
                        """
                                .formatted(here.authority().id()));

        assertThat(String.join("\n", plan)).containsPattern("Index Cond: .*value >= .*value <");
    }

    private void publish(String type) {
        Callers.run(
                here.administrator(),
                () ->
                        types.publish(
                                "stall",
                                DefinitionText.file(type, name -> Optional.empty()).definition()));
    }

    private CaseId filled(Map<String, String> fields) {
        CaseId id = Callers.as(jan, () -> opened(here.unit(), Confidentiality.INTERNAL));
        fill(
                id,
                fields.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> List.of(one.getValue()))));
        return id;
    }

    private CaseId opened(UnitId unit, Confidentiality level) {
        return cases.open(
                        new OpenCase(
                                "stall",
                                "Aanvraag",
                                "",
                                Optional.empty(),
                                unit,
                                new OpenCase.Intake(
                                        Channel.DESK, LocalDate.of(2026, 3, 2), Optional.empty()),
                                Optional.of(level)))
                .id();
    }

    private void fill(CaseId id, Map<String, List<String>> typed) {
        Callers.run(jan, () -> work.fill(id, cases.get(id).file().progress().revision(), typed));
    }

    /** The page and the export, which are the same. */
    private List<CaseId> found(Caller who, Map<String, String> fields) {
        List<CaseId> page =
                Callers.as(who, () -> cases.list(filter(fields), page())).rows().stream()
                        .map(CaseLine::id)
                        .toList();
        List<CaseId> whole = new ArrayList<>();
        Callers.run(
                who,
                () ->
                        transactions.executeWithoutResult(status ->
                                worklists.each(filter(fields), 100, line -> whole.add(line.id()))));
        assertThat(whole).isEqualTo(page);
        return page;
    }

    private List<CaseId> said(String words) {
        return Callers.as(
                        jan,
                        () -> search.search(new CaseQuestion(words, Set.of(), Set.of()), page()))
                .page()
                .rows()
                .stream()
                .filter(finding -> finding.kind() == CasePassages.Kind.FIELD)
                .map(finding -> finding.line().id())
                .toList();
    }

    private static CaseFilter filter(Map<String, String> fields) {
        return new CaseFilter(
                View.ALL_OPEN, CaseFilter.Sort.DUE_FIRST, typed(Set.of("stall")).filled(fields));
    }

    private static CaseFilter of(Set<String> types) {
        return new CaseFilter(
                View.ALL_OPEN,
                CaseFilter.Sort.DUE_FIRST,
                typed(types).filled(Map.of("name", "Jan")));
    }

    private static Narrowing typed(Set<String> types) {
        Narrowing none = Narrowing.NONE;
        return new Narrowing(
                types,
                none.progress(),
                none.units(),
                none.handlers(),
                none.customers(),
                none.channels(),
                none.levels(),
                none.due(),
                none.opened(),
                none.words(),
                Map.of());
    }

    private void refused(String code, Map<String, String> fields) {
        assertThatThrownBy(() -> found(jan, fields))
                .isInstanceOfSatisfying(
                        OnthaalException.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static PageRequest page() {
        return new PageRequest(1, 100);
    }
}
