// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionChecksTest {

    private final String complaint = StandardTypesTest.text("complaint");

    @Test
    void whatPointsNowhereIsTold() {
        tells(
                "\"next\": [\n          \"investigation\"",
                "\"next\": [\n          \"nowhere\"",
                "phases/admissibility/next",
                "cases.check.no-such-phase");
        tells(
                "\"asks\": [\n          \"about\",",
                "\"asks\": [\n          \"weather\",",
                "phases/admissibility/asks",
                "cases.check.no-such-field");
        tells(
                "\"after\": [\n              \"position\"",
                "\"after\": [\n              \"nothing\"",
                "phases/investigation/tasks/propose/after",
                "cases.check.no-such-task");
        tells(
                "\"with\": \"ruling-approved\"",
                "\"with\": \"remedy\"",
                "phases/ruling/tasks/approve/with",
                "cases.check.with.FIELD");
    }

    @Test
    void phasesThatNobodyReachesOrLeavesAreTold() {
        tells(
                "\"next\": [\n          \"ruling\"\n        ],",
                "",
                "phases/ruling",
                "cases.check.unreachable");
        String noWayOut =
                complaint
                        .replace(
                                "\"code\": \"withdrawn\",",
                                "\"code\": \"withdrawn\", \"phases\": [\"admissibility\"],")
                        .replace("\"next\": [\n          \"ruling\"\n        ],", "");
        assertThat(places(noWayOut)).contains("phases/investigation: cases.check.no-end");
    }

    @Test
    void whatHappensWhenLateCanHappen() {
        String general = "\"warnBefore\": 5,";
        late(general, "{\"kind\": \"TASK\", \"with\": \"nothing\"}", "late/TASK", "no-such-task");
        late(
                general,
                "{\"kind\": \"TASK\", \"with\": \"position\"}",
                "late/TASK",
                "late-mandatory");
        late(
                general,
                "{\"kind\": \"PHASE\", \"with\": \"nowhere\"}",
                "late/PHASE",
                "no-such-phase");
        late(general, "{\"kind\": \"CLOSE\", \"with\": \"nothing\"}", "late/CLOSE", "late-result");
        late(general, "{\"kind\": \"CLOSE\", \"with\": \"founded\"}", "late/CLOSE", "late-stops");
        late(
                general,
                "{\"kind\": \"CLOSE\", \"with\": \"withdrawn\"}, {\"kind\": \"ESCALATE\"}",
                "late",
                "late-order");
        late(general, "{\"kind\": \"ESCALATE\"}, {\"kind\": \"ESCALATE\"}", "late", "twice");
        late(
                "\"code\": \"hear\",",
                "{\"kind\": \"ESCALATE\"}",
                "phases/investigation/tasks/hear/late",
                "late-term");
        assertThat(
                        places(
                                complaint.replace(
                                        general,
                                        general
                                                + "\"late\": [{\"kind\": \"ESCALATE\"}, {\"kind\": \"CLOSE\", \"with\": \"withdrawn\"}],")))
                .noneMatch(place -> place.contains("late"));
    }

    private void late(String beside, String steps, String place, String key) {
        tells(beside, beside + "\"late\": [" + steps + "],", place, "cases.check." + key);
    }

    @Test
    void circlesAreTold() {
        tells(
                "\"code\": \"approve\",",
                "\"code\": \"approve\", \"after\": [\"answer\"],",
                "phases/ruling/tasks/approve/after",
                "cases.check.circle");
        tells(
                "\"code\": \"admissible\",",
                "\"code\": \"admissible\", \"when\": [{\"field\": \"inadmissible-reason\", \"values\": [\"policy\"]}],",
                "fields/admissible",
                "cases.check.circle");
    }

    @Test
    void conditionsFitTheirField() {
        tells(
                "\"field\": \"admissible\",",
                "\"field\": \"admissible\", \"comparison\": \"AT_LEAST\",",
                "fields/inadmissible-reason/when",
                "cases.check.not-ordered");
        tells(
                "\"field\": \"admissible\",\n            \"values\": [\n              \"no\"",
                "\"field\": \"admissible\",\n            \"values\": [\n              \"maybe\"",
                "fields/inadmissible-reason/when",
                "cases.check.no-such-value");
        tells(
                "\"field\": \"admissible\",",
                "\"field\": \"admissible\", \"comparison\": \"FILLED\",",
                "fields/inadmissible-reason/when",
                "cases.check.compare-with");
    }

    @Test
    void termsHaveAnEndAndCodesAForm() {
        tells("\"amount\": 45", "\"amount\": 36000", "term", "cases.check.term");
        tells("\"code\": \"remedy\"", "\"code\": \"Re medy\"", "fields", "cases.check.code");
        tells(
                "\"code\": \"hear\"",
                "\"code\": \"position\"",
                "phases/*/tasks/position",
                "cases.check.twice");
    }

    private void tells(String from, String to, String place, String key) {
        assertThat(complaint)
                .as(from)
                .containsPattern(place.isEmpty() ? "." : java.util.regex.Pattern.quote(from));
        String changed =
                complaint.replaceFirst(
                        java.util.regex.Pattern.quote(from),
                        java.util.regex.Matcher.quoteReplacement(to));
        if (!place.isEmpty()) {
            assertThat(places(changed)).contains(place + ": " + key);
        }
    }

    private static java.util.List<String> places(String text) {
        return DefinitionChecks.of(DefinitionText.file(text, name -> Optional.empty()).definition())
                .stream()
                .map(problem -> problem.place() + ": " + problem.reason().key())
                .toList();
    }
}
