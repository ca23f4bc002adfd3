// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Json;
import be.onthaal.decisions.DecisionTable.About;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.DecisionTable.State;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.web.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision table from its first draft until nobody asks it any more. */
@OnthaalTest
class DecisionTablesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String KEY = "complaint-unit";

    @Autowired DecisionTables tables;
    @Autowired Decisions decisions;
    @Autowired TownFixtures towns;
    @Autowired AsOwner owner;
    @Autowired Texts texts;
    @Autowired Clock clock;

    private TestAuthority here;

    @BeforeEach
    void town() {
        ((MovableClock) clock).set(Instant.parse("2026-11-24T09:00:00Z"));
        here = towns.found().municipality();
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    private static DrawnModel routing() {
        return DrawnModel.table("dienst")
                .input("onderwerp", "string")
                .input("bedrag", "number")
                .output("dienst", "string")
                .output("termijn", "number")
                .row("\"afval\", \"vuil\"", "-", "\"Milieu\"", "10", "Afval is voor Milieu")
                .row("-", ">= 1000.10", "\"Financiën\"", "45", "")
                .row("-", "< 1000.10", "\"Onthaal\"", "20", "");
    }

    private static final Example WASTE =
            new Example(
                    "afval",
                    Map.of("onderwerp", Value.of("afval"), "bedrag", Value.of(5)),
                    Map.of("dienst", Value.of("Milieu")));

    @Test
    void aPublishedTableDecidesAndSaysWhy() {
        publish(routing().xml(), List.of(WASTE));

        Outcome outcome = ask(Map.of("onderwerp", Value.of("afval"), "bedrag", Value.of(5)), TODAY);

        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        var decided = (Outcome.Decided) outcome;
        assertThat(decided.value("dienst")).isEqualTo(Value.of("Milieu"));
        assertThat(decided.value("termijn")).isEqualTo(Value.of(10));
        assertThat(texts.dutch().of(decided.why().sentence()))
                .isEqualTo(
                        "Regel 1 van ‘Toewijzing klachten’ (versie 1): onderwerp is 'afval' / 'vuil'");
        assertThat(Json.read(Json.of(decided.why()), Why.class)).isEqualTo(decided.why());
    }

    @Test
    void numbersAreExactAndUnknownIsNoNumber() {
        publish(routing().xml(), List.of(WASTE));

        assertThat(dienst("x", Value.of(new BigDecimal("1000.10")))).isEqualTo("Financiën");
        assertThat(dienst("x", Value.of(new BigDecimal("1000.09999999999999999"))))
                .isEqualTo("Onthaal");
        assertThat(reason(ask(Map.of("onderwerp", Value.of("x")), TODAY)))
                .contains("geen enkele regel past");
    }

    @Test
    void whatDoesNotFitIsAReasonAndNoFailure() {
        publish(routing().xml(), List.of(WASTE));

        assertThat(reason(ask(Map.of("onderwerp", Value.of(3)), TODAY)))
                .contains("onderwerp")
                .contains("string");
        assertThat(reason(ask(Map.of("kleur", Value.of("rood")), TODAY))).contains("kleur");
        assertThat(reason(ask(Map.of("onderwerp", Value.of("x".repeat(10_001))), TODAY)))
                .contains("te groot");
        Outcome nothing = as(() -> decisions.decide("no-such-table", Map.of(), TODAY));
        assertThat(reason(nothing)).contains("no-such-table");
    }

    @Test
    void aDraftDecidesNothing() {
        draft(routing().xml(), List.of(WASTE));
        assertThat(ask(Map.of(), TODAY)).isInstanceOf(Outcome.NotDecided.class);
    }

    @Test
    void whatHasAnErrorOrAFailingExampleIsNotPublished() {
        UUID broken = draft(routing().row("-", "> foo(", "\"a\"", "1", "").xml(), List.of(WASTE));
        assertThat(refusal(() -> publishOn(broken, TODAY))).isEqualTo("decisions.not-ready");
        as(() -> drop(broken));
        UUID bare = draft(routing().xml(), List.of());
        assertThat(refusal(() -> publishOn(bare, TODAY))).isEqualTo("decisions.no-example");
        as(() -> drop(bare));
        var wrong = new Example("afval", WASTE.inputs(), Map.of("dienst", Value.of("Wegen")));
        UUID failing = draft(routing().xml(), List.of(wrong));
        assertThat(refusal(() -> publishOn(failing, TODAY))).isEqualTo("decisions.example-fails");
        assertThat(as(() -> tables.get(failing)).head().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void theNextVersionTakesOverOnItsDay() {
        UUID first = publish(routing().xml(), List.of(WASTE));
        UUID second = as(() -> tables.draftFrom(first)).head().id();
        as(() -> {
            tables.model(second, 0, routing().xml().replace("Milieu", "Reiniging"));
            tables.examples(
                    second,
                    1,
                    List.of(
                            new Example(
                                    "afval",
                                    WASTE.inputs(),
                                    Map.of("dienst", Value.of("Reiniging")))));
            return second;
        });
        as(() -> publishOn(second, TODAY.plusDays(7)));

        assertThat(dienst(TODAY)).isEqualTo("Milieu");
        assertThat(dienst(TODAY.plusDays(6))).isEqualTo("Milieu");
        assertThat(dienst(TODAY.plusDays(7))).isEqualTo("Reiniging");
        as(() -> {
            tables.retire(second);
            return second;
        });
        assertThat(dienst(TODAY.plusDays(7))).isEqualTo("Milieu");
    }

    @Test
    void thePastKeepsTheVersionThatHeldThen() {
        publish(routing().xml(), List.of(WASTE));
        ((MovableClock) clock).set(Instant.parse("2026-12-24T09:00:00Z"));
        UUID first = as(() -> tables.versions(KEY)).getFirst().id();
        as(() -> {
            tables.retire(first);
            return first;
        });
        assertThat(dienst(TODAY)).isEqualTo("Milieu");
        assertThat(ask(WASTE.inputs(), LocalDate.of(2026, 12, 24)))
                .isInstanceOf(Outcome.NotDecided.class);
    }

    @Test
    void aPublishedVersionNeverChangesNotEvenInTheDatabase() {
        UUID id = publish(routing().xml(), List.of(WASTE));
        assertThat(
                        refusal(() -> {
                            tables.model(id, 0, routing().xml());
                            return id;
                        }))
                .isEqualTo("decisions.not-draft");
        assertThatThrownBy(() ->
                        owner.execute(
                                "update decisions.decision_table set model = 'x' where id = '%s'"
                                        .formatted(id)))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() ->
                        owner.execute(
                                "insert into decisions.decision_table (authority_id, key, version, state, name_nl, name_fr, name_en, legal_basis, model, examples, valid_from, made_at, made_by, published_at)"
                                        + " select authority_id, key, 99, 'PUBLISHED', '', '', '', '', '', '[]', valid_from, now(), '', now() from decisions.decision_table where id = '%s'"
                                                .formatted(id)))
                .hasMessageContaining("one_at_a_time");
    }

    @Test
    void twoWhoEditAtOnceGetAClearChoice() {
        UUID id = draft(routing().xml(), List.of(WASTE));
        as(() -> {
            tables.model(id, 0, routing().xml());
            return id;
        });
        assertThatThrownBy(() ->
                        as(() -> {
                            tables.model(id, 0, routing().xml());
                            return id;
                        }))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whatIsPublishedOrThrownAwayIsWhatSomebodySaw() {
        UUID id = draft(routing().xml(), List.of(WASTE));
        as(() -> {
            tables.model(id, 0, routing().xml().replace("Milieu", "Reiniging"));
            return id;
        });
        assertThatThrownBy(() ->
                        as(() -> {
                            tables.publish(id, 0, TODAY);
                            return id;
                        }))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        as(() -> {
                            tables.drop(id, 0);
                            return id;
                        }))
                .isInstanceOf(Conflict.class);
        assertThat(as(() -> tables.get(id)).head().isDraft()).isTrue();
    }

    @Test
    void aVersionThatNeverCameLeavesNoDaysWithoutOne() {
        UUID first = publish(routing().xml(), List.of(WASTE));
        UUID second = as(() -> tables.draftFrom(first)).head().id();
        as(() -> publishOn(second, TODAY.plusDays(7)));
        assertThat(as(() -> tables.get(first)).head().validity().until())
                .contains(TODAY.plusDays(7));
        as(() -> {
            tables.retire(second);
            return second;
        });
        assertThat(dienst(TODAY.plusDays(7))).isEqualTo("Milieu");
        assertThat(as(() -> tables.get(first)).head().validity().until()).isEmpty();
    }

    @Test
    void anExampleHoldsOnlyWhatCanBeReadAgain() {
        for (String number : List.of("1e1001", "1e-1001", "1e300000000", "1" + "1".repeat(40))) {
            var huge =
                    new Example(
                            "groot",
                            Map.of("bedrag", Value.of(new BigDecimal(number))),
                            Map.of("dienst", Value.of("Onthaal")));
            assertThat(refusal(() -> draft(routing().xml(), List.of(huge))))
                    .as(number)
                    .isEqualTo("decisions.example-long");
        }
        assertThat(Value.of(new BigDecimal("1e300000000")).shown()).isEqualTo("1E+300000000");
        var odd =
                new Example(
                        "vreemd",
                        Map.of("onder\u0000werp", Value.of("af\u0000val")),
                        Map.of("dienst", Value.of("Onthaal")));
        UUID id = draft(routing().xml(), List.of(odd));
        assertThat(as(() -> tables.get(id)).examples().getFirst().inputs())
                .isEqualTo(Map.of("onderwerp", Value.of("afval")));
    }

    @Test
    void ofManyRowsTheLastAreTold() {
        DrawnModel all =
                DrawnModel.table("punten")
                        .policy("COLLECT")
                        .input("bedrag", "number")
                        .output("punten", "number");
        for (int row = 1; row <= 25; row++) {
            all.row("-", String.valueOf(row), "");
        }
        String formula =
                "<decision id=\"f\" name=\"totaal\"><variable name=\"totaal\" typeRef=\"number\"/><informationRequirement id=\"rf\"><requiredDecision href=\"#d_punten\"/></informationRequirement>"
                        + "<literalExpression id=\"lf\"><text>sum(punten)</text></literalExpression></decision>";
        var sum =
                new Example("som", Map.of("bedrag", Value.of(1)), Map.of("totaal", Value.of(325)));
        publish(
                all.with(formula)
                        .xml()
                        .replace(
                                "name=\"punten\" typeRef=\"number\"/><info",
                                "name=\"punten\"/><info"),
                List.of(sum));

        Why why = ((Outcome.Decided) ask(sum.inputs(), TODAY)).why();

        assertThat(why.fired()).hasSize(20);
        assertThat(why.fired().get(18).row()).isEqualTo(25);
        assertThat(texts.dutch().of(why.sentence()))
                .isEqualTo("De formule ‘totaal’ van ‘Toewijzing klachten’ (versie 1)");
    }

    @Test
    void theTableOfTheRowIsNamedWhereSeveralHadASay() {
        var why =
                new Why(
                        "x",
                        2,
                        "Klachten",
                        List.of(
                                new Why.Fired("soort", 1, "", List.of()),
                                new Why.Fired("dienst", 3, "", List.of())));
        assertThat(texts.dutch().of(why.sentence()))
                .isEqualTo("Regel 3 van ‘dienst’ in ‘Klachten’ (versie 2): altijd");
    }

    @Test
    void aFileCarriesATableToAnotherTown() {
        UUID id = publish(routing().xml(), List.of(WASTE));
        String file = as(() -> tables.export(id));
        TestAuthority elsewhere = towns.found().municipality();

        DecisionTable taken = Callers.as(elsewhere.administrator(), () -> tables.take(file));

        DecisionTable sent = as(() -> tables.get(id));
        assertThat(taken.model()).isEqualTo(sent.model());
        assertThat(taken.examples()).isEqualTo(sent.examples());
        assertThat(taken.head().about()).isEqualTo(sent.head().about());
        assertThat(Callers.as(elsewhere.administrator(), () -> tables.export(taken.head().id())))
                .isEqualTo(file);
    }

    @Test
    void aBrokenOrHostileFileLeavesNothingBehind() {
        UUID id = publish(routing().xml(), List.of(WASTE));
        String file = as(() -> tables.export(id)).replace("\"" + KEY + "\"", "\"other-key\"");
        for (String bad :
                List.of(
                        "",
                        "\u0000",
                        file.replace("\"examples\"", "examples"),
                        file.replaceFirst("(?s)\\{.*\\}\n-->", "null\n-->"),
                        file.replace("<definitions", "<!DOCTYPE a><definitions"),
                        file.replace("</definitions>", ""),
                        file.replace("\"other-key\"", "\"../../x\""),
                        file.replace("\"Milieu\"", "function() external {java: {}}"))) {
            assertThat(catchThrowableOfType(Refused.class, () -> as(() -> tables.take(bad))))
                    .as(bad)
                    .isNotNull();
        }
        assertThat(as(tables::list)).extracting(Head::key).containsOnly(KEY);
    }

    @Test
    void otherAuthoritiesAndOtherRolesSeeNothing() {
        UUID id = publish(routing().xml(), List.of(WASTE));
        TestAuthority elsewhere = towns.found().municipality();
        assertThatThrownBy(() -> Callers.as(elsewhere.administrator(), () -> tables.get(id)))
                .isInstanceOf(NotFound.class);
        Caller clerk = towns.person(here, StandardRole.FIRST_LINE);
        assertThatThrownBy(() -> Callers.as(clerk, tables::list)).isInstanceOf(Refused.class);
        Outcome asked = Callers.as(clerk, () -> decisions.decide(KEY, WASTE.inputs(), TODAY));
        assertThat(asked).isInstanceOf(Outcome.Decided.class);
    }

    @Test
    void eachChangeIsInTheLog() {
        UUID id = publish(routing().xml(), List.of(WASTE));
        as(() -> {
            tables.retire(id);
            return id;
        });
        assertThat(
                        owner.column(
                                "select action from audit.event where subject_id = '%s' order by at, id"
                                        .formatted(id)))
                .containsExactly("decisions.drafted", "decisions.published", "decisions.retired");
    }

    private UUID draft(String model, List<Example> examples) {
        return as(() ->
                        tables.draft(
                                KEY,
                                new About("Toewijzing klachten", "", "", "Reglement -- klachten"),
                                model,
                                examples))
                .head()
                .id();
    }

    private UUID publish(String model, List<Example> examples) {
        UUID id = draft(model, examples);
        as(() -> publishOn(id, TODAY));
        return id;
    }

    private UUID publishOn(UUID id, LocalDate from) {
        tables.publish(id, tables.get(id).head().revision(), from);
        return id;
    }

    private UUID drop(UUID id) {
        tables.drop(id, tables.get(id).head().revision());
        return id;
    }

    private Outcome ask(Map<String, Value> inputs, LocalDate on) {
        return as(() -> decisions.decide(KEY, inputs, on));
    }

    private String dienst(LocalDate on) {
        return ((Outcome.Decided) ask(WASTE.inputs(), on)).value("dienst").shown();
    }

    private String dienst(String subject, Value amount) {
        Outcome outcome = ask(Map.of("onderwerp", Value.of(subject), "bedrag", amount), TODAY);
        return ((Outcome.Decided) outcome).value("dienst").shown();
    }

    private String reason(Outcome outcome) {
        return texts.dutch().of(((Outcome.NotDecided) outcome).reason().sentence());
    }

    private String refusal(Supplier<?> work) {
        return catchThrowableOfType(Refused.class, () -> as(work)).code();
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(here.administrator(), work);
    }
}
