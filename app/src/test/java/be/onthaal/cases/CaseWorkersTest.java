// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseWorkers.Work;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class CaseWorkersTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "scan",
             "definition": {"name": "Scannen", "confidentiality": "INTERNAL",
               "term": {"amount": 10, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
               "fields": [{"code": "pages", "label": "Bladzijden", "kind": "NUMBER"}],
               "phases": [{"code": "handling", "name": "Behandeling",
                 "tasks": [{"code": "scan", "title": "Scannen", "mandatory": true, "kind": "WORKER", "with": "scanner"}]}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypeDrafts drafts;
    @Autowired CaseTypes types;
    @Autowired CaseWorkers workers;
    @Autowired Cases cases;
    @Autowired Clock clock;

    private Town town;
    private TestAuthority here;
    private Caller jan;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        here = town.municipality();
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
        Callers.run(
                here.administrator(),
                () -> {
                    CaseTypeVersion draft = drafts.take(TYPE);
                    drafts.publish(draft.head().id(), 0, LocalDate.of(2026, 12, 1));
                });
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void aProgramFetchesATaskAndEndsItWithWhatItFound() {
        CaseId id = opened();

        List<Work> work = fetch("scan-1", 10);
        assertThat(work).extracting(Work::caseId).containsExactly(id);
        assertThat(fetch("scan-2", 10)).isEmpty();
        Callers.run(
                jan,
                () ->
                        workers.done(
                                work.getFirst().task(), "scan-1", Map.of("pages", List.of("12"))));

        CaseDetail detail = Callers.as(jan, () -> cases.get(id));
        assertThat(detail.tasks().getFirst().state()).isEqualTo(CaseTask.TaskState.DONE);
        assertThat(detail.file().filled().values().one("pages")).contains("12");
    }

    @Test
    void whatIsNotEndedInTimeWaitsAgainAndTheFirstIsTooLate() {
        opened();
        UUID task = fetch("scan-1", 10).getFirst().task();

        ((MovableClock) clock).advance(Duration.ofSeconds(61));
        assertThat(fetch("scan-2", 10)).extracting(Work::task).containsExactly(task);

        refused("cases.worker-lost", () -> done(task, "scan-1"));
        done(task, "scan-2");
        refused("cases.worker-lost", () -> done(task, "scan-2"));
    }

    @Test
    void afterThreeFailuresAPersonDoesIt() {
        CaseId id = opened();

        for (int i = 0; i < 3; i++) {
            UUID task = fetch("scan-1", 10).getFirst().task();
            Callers.run(jan, () -> workers.failed(task, "scan-1", "Papier vast", true));
        }

        assertThat(fetch("scan-1", 10)).isEmpty();
        CaseDetail detail = Callers.as(jan, () -> cases.get(id));
        assertThat(detail.tasks().getFirst().work().failure()).isEqualTo("cases.auto.worker");
        assertThat(detail.notes()).hasSize(3);
        Callers.run(jan, () -> cases.finishTask(id, detail.tasks().getFirst().id()));
    }

    @Test
    void tenWorkersAtOnceGetEachTaskOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            opened();
        }
        List<Callable<List<Work>>> fetchers =
                Collections.nCopies(
                        10, () -> fetch("scan-" + Thread.currentThread().threadId(), 3));

        List<UUID> got =
                Together.run(fetchers).stream()
                        .flatMap(answer -> ((List<?>) answer).stream())
                        .map(work -> ((Work) work).task())
                        .toList();

        assertThat(got).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void anotherAuthorityAndSenselessQuestionsGetNothing() {
        opened();

        assertThat(
                        Callers.as(
                                town.ocmw().service(),
                                () -> workers.fetch("scanner", "x", 10, Duration.ofMinutes(1))))
                .isEmpty();
        refused("cases.worker-asks", () -> fetch("scan-1", 51));
        refused("cases.worker-asks", () -> fetch("scan-1", 0));
        refused("cases.worker-name", () -> fetch(" ", 1));
        refused("cases.worker-lost", () -> done(new UUID(0, 1), "scan-1"));
    }

    private List<Work> fetch(String worker, int most) {
        return Callers.as(
                jan, () -> workers.fetch("scanner", worker, most, Duration.ofSeconds(60)));
    }

    private void done(UUID task, String worker) {
        Callers.run(jan, () -> workers.done(task, worker, Map.of()));
    }

    private CaseId opened() {
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                "scan",
                                                "Scan",
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

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
