// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.decisions.DrawnModel;
import be.onthaal.decisions.Finding;
import be.onthaal.decisions.Place;
import be.onthaal.decisions.internal.model.HostileModel;
import be.onthaal.decisions.internal.model.Model.Table;
import be.onthaal.decisions.internal.model.ModelReader;
import java.time.Duration;
import java.time.Instant;
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

    /** The engine puts the flags of a pattern into a query, where they could ask for a file. */
    @Test
    void aPatternAndItsFlagsAreTextsThatStandThere() throws HostileModel {
        for (String loose :
                new String[] {
                    "replace(\"x\", \"x\", \"y\", \"')[2], unparsed-text('file:///etc/hostname\")",
                    "replace(onderwerp, \"a\", \"b\", onderwerp)",
                    "replace(input: onderwerp, pattern: \"a\", replacement: \"b\", flags: onderwerp)",
                    "matches(onderwerp, onderwerp)",
                    "matches(onderwerp, \"a\", \"i\" + onderwerp)",
                    "matches(onderwerp, \"(a|a)*b\")",
                    "matches(onderwerp, \"(.)\\1+\")",
                    "split(onderwerp, \"a*a*a*a*b\")",
                    "split(onderwerp, onderwerp)"
                }) {
            assertThat(keys(routing().formula(loose)))
                    .as(loose)
                    .containsExactly("decisions.pattern");
        }
        assertThat(keys(routing().row("matches(?, \"a\", \"')\")", "-", "\"a\"", "")))
                .containsExactly("decisions.pattern");
        for (String fine :
                new String[] {
                    "matches(onderwerp, \"^[0-9]{4} ?[A-Z]{2}$\", \"i\")",
                    "replace(onderwerp, \"[aeiou]+\", \"-\")",
                    "split(onderwerp, \", \")[1]"
                }) {
            assertThat(keys(routing().formula(fine))).as(fine).isEmpty();
        }
    }

    @Test
    void aRangeStandsOnlyWhereItIsGoneThroughOrAsked() throws HostileModel {
        for (String hidden :
                new String[] {
                    "[1..1000000000]",
                    "count(for x in range(\"[1..1000000000]\") return x)",
                    "count(for x in if true then [1..1000000000] else [] return x)",
                    "count([[1..1000000000]][1])",
                    "some x in [[1..1000000000]][1] satisfies x < 0",
                    "sort([1..1000000000], function(a, b) a < b)",
                    "sort(for a in 1..1000, b in 1..1000, c in 1..1000 return a, function(a, b) a < b)"
                }) {
            assertThat(keys(routing().formula(hidden)))
                    .as(hidden)
                    .containsExactly("decisions.endless");
        }
        assertThat(keys(routing().formula("bedrag in [1..1000000000]"))).isEmpty();
        assertThat(keys(routing().formula("bedrag in ([1..10], [20..1000000000])"))).isEmpty();
    }

    @Test
    void aFunctionIsNoValue() throws HostileModel {
        for (String passed :
                new String[] {
                    "for f in [today] return f()",
                    "sort([1, 2], count)",
                    "[count][1]",
                    "for count in [1] return count",
                    "sort([1, 2], [function(a, b) a < b][1])",
                    "bedrag(1)",
                    "10 ** bedrag",
                    "string(\"%999999999d\", 1)"
                }) {
            assertThat(keys(routing().formula(passed))).as(passed).contains("decisions.endless");
        }
    }

    /** Each of them ends, but not while somebody waits. */
    @Test
    void whatIsMultipliedTooOftenIsTooMuch() throws HostileModel {
        for (String big :
                new String[] {
                    "for a in 1..1000, b in 1..1000, c in 1..1000 return 1",
                    "count(for a in 1..1000 return for b in 1..1000 return for c in 1..1000 return 1)",
                    "for a in 1..1000 return for b in 1..1000 return onderwerp",
                    "replace(replace(onderwerp, \".\", onderwerp), \".\", onderwerp)",
                    "matches(onderwerp, \"a*a*a*b\")"
                }) {
            assertThat(keys(routing().formula(big))).as(big).contains("decisions.endless");
        }
    }

    @Test
    void decisionsThatDoubleEachOtherAreTooMuch() throws HostileModel {
        var chain = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            String before = i == 1 ? "in_onderwerp" : "d" + (i - 1);
            String name = i == 1 ? "onderwerp" : "d" + (i - 1);
            chain.append(
                    "<decision id=\"d%d\" name=\"d%d\"><informationRequirement id=\"n%d\"><required%s href=\"#%s\"/></informationRequirement><literalExpression id=\"e%d\"><text>%s + %s</text></literalExpression></decision>"
                            .formatted(
                                    i, i, i, i == 1 ? "Input" : "Decision", before, i, name, name));
        }
        assertThat(keys(routing().row("-", "-", "\"a\"", "").with(chain.toString())))
                .contains("decisions.endless");
    }

    @Test
    void aListOfAnotherDecisionIsGoneThroughOnlyAsFarAsItCanBeSeen() throws HostileModel {
        String far =
                "<decision id=\"a\" name=\"a\"><literalExpression id=\"la\"><text>for i in 1..1000 return i</text></literalExpression></decision>"
                        + "<decision id=\"b\" name=\"b\"><informationRequirement id=\"rb\"><requiredDecision href=\"#a\"/></informationRequirement>"
                        + "<literalExpression id=\"lb\"><text>%s</text></literalExpression></decision>";
        DrawnModel once = routing().row("-", "-", "\"a\"", "");
        assertThat(keys(once.with(far.formatted("sum(for x in a return x)")))).isEmpty();
        assertThat(keys(once.with(far.formatted("sum(for x in a, y in a, z in a return x)"))))
                .contains("decisions.endless");
    }

    /** The time that looking at a model takes has an end too. */
    @Test
    void aCellOrTableThatIsMadeToTakeLongIsSeenThroughAtOnce() throws HostileModel {
        Instant before = Instant.now();
        keys(routing().row("-", "[1" + " ".repeat(900) + "..".repeat(500), "\"a\"", ""));
        assertThat(CellMeaning.of("[" + "1..".repeat(600))).isInstanceOf(CellMeaning.Opaque.class);
        DrawnModel many = routing();
        for (int row = 0; row < 800; row++) {
            var numbers = new StringBuilder("0");
            for (int i = 1; i < 100; i++) {
                numbers.append(", ").append(row * 100 + i);
            }
            many.row("-", numbers.toString(), "\"a\"", "");
        }
        assertThat(Coverage.of("dienst", table(many), ModelReader.read(many.xml()))).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private static Table table(DrawnModel model) throws HostileModel {
        return ModelReader.read(model.xml()).decisions().getFirst().table().orElseThrow();
    }

    @Test
    void aTableWithoutAnOutcomeIsAFindingAndNoFailure() throws HostileModel {
        DrawnModel bare = DrawnModel.table("dienst").input("onderwerp", "string").row("-");
        assertThat(keys(bare)).containsExactly("decisions.no-output");
        assertThat(ModelReader.read(bare.xml()).resultFields()).hasSize(1);
    }

    private static List<String> keys(DrawnModel model) throws HostileModel {
        return findings(model).stream().map(one -> one.what().key()).toList();
    }

    private static List<Finding> findings(DrawnModel model) throws HostileModel {
        return ModelChecks.of(ModelReader.read(model.xml()));
    }
}
