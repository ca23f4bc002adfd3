// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.database.Parts;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@OnthaalTest
class ProductTasksTest {

    @Autowired TownFixtures towns;
    @Autowired CaseTypeDrafts drafts;
    @Autowired CaseTypes types;
    @Autowired CaseLinks links;
    @Autowired Cases cases;
    @Autowired ProductTasks job;
    @Autowired Parts parts;
    @Autowired TransactionOperations transactions;
    @Autowired Clock clock;

    private TestAuthority here;
    private Caller jan;

    @BeforeEach
    void foundTown() {
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void itWaitsSoManyDaysAndThenGoesOn() {
        CaseId id = opened("WAIT", "3");

        job.run();
        assertThat(tasks(id)).containsExactly("self:OPEN");
        ((MovableClock) clock).set(Instant.parse("2026-12-03T23:01:00Z"));
        job.run();

        assertThat(tasks(id)).containsExactly("self:DONE", "next:OPEN");
    }

    @Test
    void itOpensACaseBelowOnceHoweverOftenItRuns() {
        CaseId id = opened("OPEN_CASE", "internal-request");

        job.run();
        job.run();

        List<CaseLinks.Linked> below =
                Callers.as(
                        jan,
                        () ->
                                Optional.ofNullable(
                                                transactions.execute(
                                                        status -> parts.answer(links.partOf(id))))
                                        .orElse(List.of()));
        assertThat(below).hasSize(1);
        assertThat(below.getFirst().below()).isTrue();
        assertThat(below.getFirst().other().typeName()).isEqualTo("Interne aanvraag");
        assertThat(tasks(id)).containsExactly("self:DONE", "next:OPEN");
    }

    @Test
    void whatItCannotDoIsAfterSomeTriesForPeopleWhoReadWhy() {
        CaseId id = opened("NOTIFY", "answer");

        for (int i = 0; i < 3; i++) {
            job.run();
            assertThat(tasks(id)).containsExactly("self:OPEN");
            ((MovableClock) clock).advance(Duration.ofMinutes(6));
        }
        job.run();

        CaseDetail detail = Callers.as(jan, () -> cases.get(id));
        assertThat(detail.tasks().getFirst().work().failure()).isEqualTo("cases.auto.template");
        Callers.run(jan, () -> cases.finishTask(id, detail.tasks().getFirst().id()));
        assertThat(tasks(id)).containsExactly("self:DONE", "next:OPEN");
    }

    private CaseId opened(String kind, String with) {
        String file =
                """
                {"format": "onthaal-case-type/1", "code": "auto",
                 "definition": {"name": "Automaat", "confidentiality": "INTERNAL",
                   "term": {"amount": 10, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
                   "phases": [{"code": "handling", "name": "Behandeling",
                     "tasks": [{"code": "self", "title": "Vanzelf", "mandatory": true, "kind": "%s", "with": "%s"},
                               {"code": "next", "title": "Daarna", "mandatory": true, "after": ["self"]}]}],
                   "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
                """
                        .formatted(kind, with);
        Callers.run(
                here.administrator(),
                () -> {
                    CaseTypeVersion draft = drafts.take(file);
                    drafts.publish(draft.head().id(), 0, LocalDate.of(2026, 12, 1));
                });
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                "auto",
                                                "Zaak",
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

    private List<String> tasks(CaseId id) {
        return Callers.as(jan, () -> cases.get(id)).tasks().stream()
                .map(task -> task.code() + ":" + task.state())
                .toList();
    }
}
