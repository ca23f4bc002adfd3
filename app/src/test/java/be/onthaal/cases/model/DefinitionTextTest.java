// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefinitionTextTest {

    private static final String LEAST =
            """
            {"format": "onthaal-case-type/1", "code": "brief",
             "definition": {"name": "Brief",
               "term": {"amount": 5, "unit": "WORKING_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": true},
               "phases": [{"code": "handling", "name": "Behandeling"}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}],
               "confidentiality": "INTERNAL"}}
            """;

    @Test
    void aFileHoldsOnlyWhatMatters() {
        DefinitionText.File file = DefinitionText.file(LEAST, name -> Optional.empty());

        assertThat(DefinitionChecks.of(file.definition())).isEmpty();
        assertThat(file.definition().name()).isEqualTo(new Words("Brief", "", ""));
        assertThat(file.definition().warnBefore()).isEqualTo(2);
    }

    @Test
    void whatAnEarlierVersionStoredIsStillRead() {
        String stored =
                """
                {"name": {"nl": "Vraag", "fr": "Q", "en": "Q"}, "defaultUnit": {"value": "0190a0a0-0000-7000-8000-000000000001"},
                 "term": {"unit": "WORKING_DAYS", "amount": 10, "starts": "DAY_AFTER", "movesToWorkingDay": true},
                 "extendableBy": null, "confidentiality": "INTERNAL",
                 "phases": [{"code": "handling", "name": {"nl": "B", "fr": "", "en": ""},
                   "tasks": [{"code": "answer", "title": {"nl": "A", "fr": "", "en": ""}, "mandatory": true}]}],
                 "results": [{"code": "done", "name": {"nl": "K", "fr": "", "en": ""}, "retention": null}]}
                """;

        CaseTypeDefinition read = DefinitionText.read(stored);

        assertThat(read.phases().getFirst().tasks().getFirst().kind()).isEqualTo(TaskKind.WORK);
        assertThat(read.defaultUnit()).isPresent();
    }

    @Test
    void unitsTravelByName() {
        var id = new UnitId(UUID.fromString("0190a0a0-0000-7000-8000-000000000001"));
        CaseTypeDefinition plain =
                DefinitionText.file(LEAST, name -> Optional.empty()).definition();
        String placed =
                LEAST.replace(
                        "\"name\": \"Brief\"", "\"name\": \"Brief\", \"defaultUnit\": \"Onthaal\"");

        CaseTypeDefinition read = DefinitionText.file(placed, name -> Optional.of(id)).definition();

        assertThat(plain.defaultUnit()).isEmpty();
        assertThat(read.defaultUnit()).contains(id);
        assertThat(DefinitionText.file("brief", read, unit -> "Balie"))
                .contains("\"defaultUnit\" : \"Balie\"");
        refused("cases.file-unit", placed);
    }

    @Test
    void aBrokenOrHostileFileIsRefusedWithItsPlace() {
        refused("cases.file-value", "{");
        refused("cases.file-value", "{\"format\": \"onthaal-case-type/1\"".repeat(3));
        refused("cases.file-format", "{}");
        refused("cases.file-format", "[]");
        refused("cases.file-format", LEAST.replace("case-type/1", "case-type/9"));
        refused(
                "cases.file-value",
                LEAST.replace("\"code\": \"done\"", "\"code\": \"done\", \"evil\": 1"));
        refused("cases.file-value", LEAST.replace("\"amount\": 5", "\"amount\": -5"));
        refused("cases.file-value", LEAST.replace("\"amount\": 5", "\"amount\": \"Infinity\""));
        refused("cases.file-value", LEAST.replace("INTERNAL", "EVERYBODY"));
        refused(
                "cases.file-value",
                LEAST.replace("\"confidentiality\": \"INTERNAL\"", "\"confidentiality\": null"));
        refused(
                "cases.file-value",
                LEAST.replace("\"code\": \"done\"", "\"code\": \"done\", \"code\": \"x\""));
        refused("cases.file-value", "[".repeat(10_000));
        refused("cases.file-value", LEAST.replace("Behandeling", "x".repeat(20_000)));
        refused("cases.file-long", " ".repeat(DefinitionText.LONGEST_FILE + 1));
        assertThatThrownBy(() ->
                        DefinitionText.file(
                                LEAST.replace("WORKING_DAYS", "MOON_DAYS"),
                                name -> Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.arguments()).containsExactly("/term/unit"));
    }

    private static void refused(String code, String text) {
        assertThatThrownBy(() -> DefinitionText.file(text, name -> Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
