// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.decisions.DrawnModel;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Place;
import be.onthaal.decisions.internal.model.HostileModel;
import be.onthaal.decisions.internal.model.ModelReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that can be wrong with a table, with the place that is named. */
class ModelChecksTest {

    private static DrawnModel routing() {
        return DrawnModel.table("dienst")
                .input("onderwerp", "string")
                .input("bedrag", "number")
                .output("dienst", "string");
    }

    @Test
    void aTableThatIsRightHasNoRemarks() throws HostileModel {
        assertThat(
                        findings(
                                routing()
                                        .row("\"afval\", \"vuil\"", "> 10", "\"Milieu\"", "")
                                        .row("contains(?, \"weg\")", "-", "\"Wegen\"", "")
                                        .row("-", "-", "\"Onthaal\"", "")))
                .isEmpty();
    }

    @Test
    void aCellThatCannotBeReadIsNamedByRowAndColumn() throws HostileModel {
        Finding finding =
                findings(routing().row("-", "-", "\"a\"", "").row("-", "> foo(", "\"b\"", ""))
                        .getFirst();
        assertThat(finding.what().key()).isEqualTo("decisions.feel");
        assertThat(finding.where()).contains(Place.of("dienst", 2, "bedrag"));
    }

    @Test
    void aNameThatNobodyGivesIsNamed() throws HostileModel {
        Finding finding = findings(routing().row("-", "> inkomen", "\"a\"", "")).getFirst();
        assertThat(finding.what().key()).isEqualTo("decisions.feel");
        assertThat(finding.what().arguments().toString()).contains("inkomen");
    }

    @Test
    void aValueOfAnotherTypeIsNamed() throws HostileModel {
        assertThat(keys(routing().row("-", "\"veel\"", "\"a\"", ""))).contains("decisions.type");
        assertThat(keys(routing().row("-", "-", "12", ""))).contains("decisions.type");
        assertThat(keys(routing().row("true", "-", "\"a\"", ""))).contains("decisions.type");
    }

    @Test
    void rowsThatMeetAreAnErrorWhereOneMustFit() throws HostileModel {
        List<Finding> findings =
                findings(
                        routing()
                                .policy("UNIQUE")
                                .row("\"afval\"", "[0..10]", "\"a\"", "")
                                .row("\"afval\"", "[10..20]", "\"b\"", "")
                                .row("not(\"afval\")", "-", "\"c\"", ""));
        assertThat(findings)
                .filteredOn(Finding::stops)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.what().key()).isEqualTo("decisions.overlap");
                    assertThat(one.where()).contains(Place.of("dienst", 2));
                });
    }

    @Test
    void endsThatDoNotTouchDoNotMeet() throws HostileModel {
        assertThat(
                        keys(
                                routing()
                                        .policy("UNIQUE")
                                        .row("-", "< 10", "\"a\"", "")
                                        .row("-", "[10..20)", "\"b\"", "")
                                        .row("-", ">= 20", "\"c\"", "")))
                .isEmpty();
    }

    @Test
    void whatNoRowTakesIsToldByExample() throws HostileModel {
        List<Finding> findings =
                findings(
                        routing()
                                .row("\"afval\"", "-", "\"a\"", "")
                                .row("not(\"afval\")", "< 5", "\"b\"", "")
                                .row("not(\"afval\")", "> 5", "\"c\"", ""));
        assertThat(findings).extracting(one -> one.what().key()).containsOnly("decisions.gap");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().what().arguments().toString())
                .contains("decisions.piece.other")
                .contains("decisions.piece.is, arguments=[bedrag, 5]");
    }

    @Test
    void datesAndTruthsAreReasonedAboutToo() throws HostileModel {
        var days =
                DrawnModel.table("termijn")
                        .policy("UNIQUE")
                        .input("ontvangen", "date")
                        .input("dringend", "boolean")
                        .output("termijn", "number");
        assertThat(
                        keys(
                                days.row("< date(\"2026-01-01\")", "-", "10", "")
                                        .row(">= @\"2026-01-01\"", "true", "5", "")
                                        .row(">= @\"2026-01-01\"", "false", "20", "")))
                .isEmpty();
    }

    @Test
    void aRowBehindOneThatTakesEverythingNeverCounts() throws HostileModel {
        Finding finding =
                findings(routing().row("-", "-", "\"a\"", "").row("\"afval\"", "-", "\"b\"", ""))
                        .getFirst();
        assertThat(finding.what().key()).isEqualTo("decisions.unreachable");
        assertThat(finding.where()).contains(Place.of("dienst", 2));
        assertThat(finding.stops()).isFalse();
    }

    @Test
    void tablesThatNeedEachOtherAreRefused() throws HostileModel {
        String circle =
                "<decision id=\"x\" name=\"x\"><informationRequirement id=\"rx\"><requiredDecision href=\"#y\"/></informationRequirement>"
                        + "<literalExpression id=\"lx\"><text>1</text></literalExpression></decision>"
                        + "<decision id=\"y\" name=\"y\"><informationRequirement id=\"ry\"><requiredDecision href=\"#x\"/></informationRequirement>"
                        + "<literalExpression id=\"ly\"><text>1</text></literalExpression></decision>";
        assertThat(keys(routing().row("-", "-", "\"a\"", "").with(circle)))
                .contains("decisions.circle");
    }

    @Test
    void theTimeOfTheDayIsNoInput() throws HostileModel {
        assertThat(keys(routing().formula("today() > date(\"2026-01-01\")")))
                .containsExactly("decisions.time");
        assertThat(keys(routing().row("-", "< now().year", "\"a\"", "")))
                .containsExactly("decisions.time");
    }

    @Test
    void workWithoutAnEndIsSeenBeforehand() throws HostileModel {
        for (String endless :
                new String[] {
                    "count(for i in 1..100000000 return i)",
                    "count(for i in 1..bedrag return i)",
                    "some i in [1..100000000] satisfies i < 0",
                    "for a in [1,2], b in [1,2], c in [1,2], d in [1,2] return 1",
                    "(function(f) f(f))(function(f) f(f))",
                    "{a: onderwerp + onderwerp, b: a + a}.b",
                    "for i in 1..1000 return count(partial)",
                    "replace(replace(replace(replace(onderwerp, \".\", \"$0$0\"), \".\", \"$0$0\"), \".\", \"$0$0\"), \".\", \"$0$0\")"
                }) {
            assertThat(keys(routing().formula(endless))).as(endless).contains("decisions.endless");
        }
        assertThat(keys(routing().formula("sum(for i in 1..10 return i * bedrag)"))).isEmpty();
        assertThat(keys(routing().formula("sort([3, 1, 2], function(x, y) x < y)"))).isEmpty();
    }

    private static List<String> keys(DrawnModel model) throws HostileModel {
        return findings(model).stream().map(one -> one.what().key()).toList();
    }

    private static List<Finding> findings(DrawnModel model) throws HostileModel {
        return ModelChecks.of(ModelReader.read(model.xml()));
    }
}
