// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseHandling.Finishing;
import be.onthaal.cases.CaseMoves.Preview;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class CaseMovesTest {

    private static final String FIRST =
            """
            {"format": "onthaal-case-type/1", "code": "garden",
             "definition": {"name": "Volkstuin", "confidentiality": "INTERNAL",
               "term": {"amount": 10, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
               "fields": [{"code": "plot", "label": "Perceel"}, {"code": "size", "label": "Grootte", "kind": "NUMBER"}],
               "phases": [{"code": "handling", "name": "Behandeling",
                 "tasks": [{"code": "look", "title": "Kijken", "mandatory": true},
                           {"code": "old", "title": "Oud", "mandatory": true}]}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypeDrafts drafts;
    @Autowired CaseMoves moves;
    @Autowired CaseHandling handling;
    @Autowired CaseTypes types;
    @Autowired Cases cases;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller bram;
    private Caller jan;
    private CaseId id;

    @BeforeEach
    void aCaseOfTheFirstVersion() {
        here = towns.found().municipality();
        bram = here.administrator();
        Callers.run(bram, types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
        publish(FIRST);
        id = opened();
        Callers.run(
                jan,
                () -> handling.fill(id, 0, Map.of("plot", List.of("12"), "size", List.of("80"))));
        ((MovableClock) clock).advance(Duration.ofHours(1));
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void whatChangesIsToldBeforehandAndHappens() {
        publish(second());

        Preview preview = preview();

        assertThat(preview.lost()).extracting(field -> field.code()).containsExactly("size");
        assertThat(preview.dropped()).containsExactly("old");
        assertThat(preview.started()).extracting(task -> task.code()).containsExactly("new");
        assertThat(preview.dueOn()).isEqualTo(LocalDate.of(2026, 12, 21));
        Callers.run(jan, () -> moves.move(id, revision(), Optional.empty()));
        assertThat(tasks()).containsExactly("look:OPEN", "old:DROPPED", "new:OPEN");
        assertThat(file().filled().values().values()).isEqualTo(Map.of("plot", List.of("12")));
        assertThat(file().term().dueOn()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(Callers.as(jan, () -> moves.preview(id))).isEmpty();
        refused("cases.version-same", () -> move(Optional.empty()));
    }

    @Test
    void itGoesBackExactlyAsLongAsNothingHappened() {
        CaseFile before = file();
        publish(second());
        move(Optional.empty());

        Callers.run(jan, () -> moves.undo(id, revision()));

        assertThat(file().matter()).isEqualTo(before.matter());
        assertThat(file().filled()).isEqualTo(before.filled());
        assertThat(file().term().dueOn()).isEqualTo(before.term().dueOn());
        assertThat(tasks()).containsExactly("look:OPEN", "old:OPEN", "new:DROPPED");
        refused("cases.version-undo", () -> Callers.run(jan, () -> moves.undo(id, revision())));
    }

    @Test
    void afterTheFirstNewActionItDoesNotGoBack() {
        publish(second());
        move(Optional.empty());
        ((MovableClock) clock).advance(Duration.ofMinutes(1));
        CaseTask look =
                Callers.as(jan, () -> cases.get(id)).tasks().stream()
                        .filter(task -> task.code().equals("look"))
                        .findFirst()
                        .orElseThrow();
        Callers.run(jan, () -> handling.finish(id, look.id(), Finishing.PLAIN));

        refused("cases.version-undo", () -> Callers.run(jan, () -> moves.undo(id, revision())));
    }

    @Test
    void aPhaseThatIsGoneIsChosenByHand() {
        publish(second().replace("\"code\": \"handling\"", "\"code\": \"other\""));

        assertThat(preview().phase()).isEmpty();
        refused("cases.version-phase", () -> move(Optional.empty()));
        refused("cases.version-phase", () -> move(Optional.of("nowhere")));
        move(Optional.of("other"));
        assertThat(file().progress().phase()).isEqualTo("other");
    }

    @Test
    void allThatAreBehindAreFoundAndOnlyThose() {
        publish(second());
        CaseId fresh = opened();

        List<Preview> behind = Callers.as(jan, () -> moves.behind("garden", 10));

        assertThat(behind).extracting(preview -> preview.file().id()).containsExactly(id);
        assertThat(Callers.as(jan, () -> moves.preview(fresh))).isEmpty();
    }

    private static String second() {
        return FIRST.replace("\"amount\": 10", "\"amount\": 20")
                .replace(", {\"code\": \"size\", \"label\": \"Grootte\", \"kind\": \"NUMBER\"}", "")
                .replace(
                        "{\"code\": \"old\", \"title\": \"Oud\"",
                        "{\"code\": \"new\", \"title\": \"Nieuw\"");
    }

    private void publish(String file) {
        Callers.run(
                bram,
                () -> {
                    CaseTypeVersion draft = drafts.take(file);
                    drafts.publish(draft.head().id(), 0, LocalDate.of(2026, 12, 1));
                });
    }

    private CaseId opened() {
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                "garden",
                                                "Tuin",
                                                "",
                                                Optional.empty(),
                                                here.unit(),
                                                new OpenCase.Intake(
                                                        Channel.DESK,
                                                        LocalDate.of(2026, 12, 1),
                                                        Optional.empty()),
                                                Optional.empty())))
                .id();
    }

    private void move(Optional<String> phase) {
        Callers.run(jan, () -> moves.move(id, revision(), phase));
    }

    private Preview preview() {
        return Callers.as(jan, () -> moves.preview(id)).orElseThrow();
    }

    private CaseFile file() {
        return Callers.as(jan, () -> cases.get(id)).file();
    }

    private List<String> tasks() {
        return Callers.as(jan, () -> cases.get(id)).tasks().stream()
                .map(task -> task.code() + ":" + task.state())
                .toList();
    }

    private int revision() {
        return file().progress().revision();
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
