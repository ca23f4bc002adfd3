// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.notifications.Notice;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.Together;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a case type says that happens when a term has passed. */
@OnthaalTest
class LateJobTest {

    private static final String TYPE =
            """
            {"format": "onthaal-case-type/1", "code": "permit",
             "definition": {"name": "Vergunning", "confidentiality": "INTERNAL", "extendableBy": 10,
               "term": {"amount": 10, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
               "late": [LATE],
               "phases": [{"code": "handling", "name": "Behandeling", "next": ["late"],
                 "tasks": [{"code": "judge", "title": "Beoordelen", "mandatory": true},
                           {"code": "call", "title": "Bellen"},
                           {"code": "advice", "title": "Advies", "mandatory": true,
                            "term": {"amount": 3, "unit": "CALENDAR_DAYS", "starts": "DAY_AFTER", "movesToWorkingDay": false},
                            "late": [OFTASK]}]},
                {"code": "late", "name": "Te laat", "tasks": [{"code": "sorry", "title": "Verontschuldigen", "mandatory": true}]}],
               "results": [{"code": "done", "name": "Klaar", "retention": {"action": "DESTROY", "years": 2}},
                           {"code": "refused", "name": "Stilzwijgende weigering", "stops": true, "retention": {"action": "DESTROY", "years": 2}}]}}
            """;

    @Autowired TownFixtures towns;
    @Autowired CaseTypeDrafts drafts;
    @Autowired CaseTypes types;
    @Autowired CaseTerms terms;
    @Autowired Cases cases;
    @Autowired LateJob job;
    @Autowired CaseHandling handling;
    @Autowired Timeline timeline;
    @Autowired Notifications notifications;
    @Autowired Clock clock;
    @Autowired AsOwner owner;

    private TestAuthority here;
    private Caller jan;
    private Caller chief;

    @BeforeEach
    void foundTown() {
        ((MovableClock) clock).set(Instant.parse("2026-12-01T09:00:00Z"));
        here = towns.found().municipality();
        Callers.run(here.administrator(), types::installStandard);
        jan = towns.person(here, StandardRole.CASE_HANDLER);
        chief = towns.person(here, StandardRole.COORDINATOR, Optional.of(here.unit()));
    }

    @AfterEach
    void freeClock() {
        ((MovableClock) clock).free();
    }

    @Test
    void whoSpreadsTheWorkIsToldAndATaskStartsOnceWithTheReason() {
        CaseId id =
                opened("{\"kind\": \"ESCALATE\"}, {\"kind\": \"TASK\", \"with\": \"call\"}", "");
        after(10);
        assertThat(events(id))
                .as("on the last day nothing is late")
                .noneMatch(event -> event.startsWith("cases.late"));

        after(1);
        job.run();

        assertThat(tasks(id)).contains("call:OPEN");
        assertThat(notices(chief)).containsExactly(NoticeKind.CASE_LATE);
        assertThat(story(id, "cases.late-escalated")).singleElement().isEqualTo("2026-12-11");
        assertThat(story(id, "cases.late-task")).singleElement().isEqualTo("2026-12-11 · Bellen");
    }

    @Test
    void theCaseGoesToThePhaseForWhatIsLate() {
        CaseId id = opened("{\"kind\": \"PHASE\", \"with\": \"late\"}", "");

        after(11);

        assertThat(file(id).progress().phase()).isEqualTo("late");
        assertThat(tasks(id)).contains("judge:DROPPED", "sorry:OPEN");
        assertThat(story(id, "cases.late-phase")).hasSize(1);
    }

    @Test
    void theLawEndsItThoughTasksAreOpen() {
        CaseId id = opened("{\"kind\": \"CLOSE\", \"with\": \"refused\"}", "");

        after(11);

        assertThat(file(id).progress().closing())
                .hasValueSatisfying(end -> assertThat(end.resultCode()).isEqualTo("refused"));
        assertThat(story(id, "cases.late-closed"))
                .singleElement()
                .isEqualTo("2026-12-11 · Stilzwijgende weigering");
    }

    @Test
    void whileItStandsStillOrIsExtendedNothingHappens() {
        CaseId still = opened("{\"kind\": \"CLOSE\", \"with\": \"refused\"}", "");
        CaseId extended = another();
        Callers.run(jan, () -> terms.suspend(still, "Wacht op stukken"));
        Callers.run(jan, () -> terms.extend(extended, "Complex"));

        after(11);
        assertThat(file(still).isClosed()).isFalse();
        assertThat(file(extended).isClosed()).isFalse();
        Callers.run(jan, () -> terms.resume(still));
        after(1);
        assertThat(file(still).isClosed()).as("its term is as much longer").isFalse();
        after(10);
        assertThat(file(still).isClosed()).isTrue();
        assertThat(file(extended).isClosed()).isTrue();
    }

    @Test
    void whatPassedIsNotLateAgainBecauseItStoodStillAfter() {
        CaseId id = opened("{\"kind\": \"ESCALATE\"}", "");
        after(11);
        Callers.run(jan, () -> terms.suspend(id, "Wacht op stukken"));
        after(5);
        Callers.run(jan, () -> terms.resume(id));
        after(10);

        assertThat(story(id, "cases.late-escalated")).hasSize(1);
    }

    @Test
    void theTermOfATaskHasItsOwnStep() {
        CaseId id = opened("", "{\"kind\": \"ESCALATE\"}");

        after(4);

        assertThat(story(id, "cases.late-escalated"))
                .singleElement()
                .isEqualTo("Advies, 2026-12-04");
        assertThat(file(id).progress().phase()).isEqualTo("handling");
    }

    @Test
    void whatCannotBeDoneAsTheCaseStandsIsSaidOnce() {
        CaseId id = opened("{\"kind\": \"TASK\", \"with\": \"call\"}", "");
        Callers.run(jan, () -> cases.take(id));
        Callers.run(jan, () -> handling.add(id, "call"));

        after(11);

        assertThat(story(id, "cases.late-not")).hasSize(1);
        assertThat(tasks(id)).containsOnlyOnce("call:OPEN");
    }

    @Test
    void manyThatCannotBeDoneDoNotKeepTheNext() {
        opened("{\"kind\": \"ESCALATE\"}", "");
        for (int number = 0; number < 200; number++) {
            another(LocalDate.of(2026, 11, 30));
        }
        CaseId next = another();
        owner.execute(
                "alter table cases.late_step add constraint refuses check (due_on <> '2026-12-10')");
        try {
            after(11);
        } finally {
            owner.execute("alter table cases.late_step drop constraint refuses");
        }

        assertThat(story(next, "cases.late-escalated")).hasSize(1);
    }

    @Test
    void twoProcessesDoItOnce() throws InterruptedException {
        CaseId id = opened("{\"kind\": \"ESCALATE\"}", "");
        ((MovableClock) clock).advance(Duration.ofDays(11));
        Callable<String> run =
                () -> {
                    job.run();
                    return "ran";
                };

        assertThat(Together.run(List.of(run, run))).containsOnly("ran");

        assertThat(story(id, "cases.late-escalated")).hasSize(1);
    }

    /** So many days later, when the job ran. */
    private void after(int days) {
        ((MovableClock) clock).advance(Duration.ofDays(days));
        job.run();
    }

    private CaseId opened(String late, String ofTask) {
        String file =
                TYPE.replace("[LATE]", "[" + late + "]").replace("[OFTASK]", "[" + ofTask + "]");
        Callers.run(
                here.administrator(),
                () -> {
                    CaseTypeVersion draft = drafts.take(file);
                    drafts.publish(draft.head().id(), 0, LocalDate.of(2026, 12, 1));
                });
        return another();
    }

    private CaseId another() {
        return another(LocalDate.of(2026, 12, 1));
    }

    private CaseId another(LocalDate received) {
        return Callers.as(
                        jan,
                        () ->
                                cases.open(
                                        new OpenCase(
                                                "permit",
                                                "Terras",
                                                "",
                                                Optional.empty(),
                                                here.unit(),
                                                new OpenCase.Intake(
                                                        Channel.DESK, received, Optional.empty()),
                                                Optional.empty())))
                .id();
    }

    private CaseFile file(CaseId id) {
        return Callers.as(jan, () -> cases.get(id)).file();
    }

    private List<String> tasks(CaseId id) {
        return Callers.as(jan, () -> cases.get(id)).tasks().stream()
                .map(task -> task.code() + ":" + task.state())
                .toList();
    }

    private List<String> events(CaseId id) {
        return lines(id).stream().map(TimelineLine::event).toList();
    }

    private List<String> story(CaseId id, String event) {
        return lines(id).stream()
                .filter(line -> line.event().equals(event))
                .map(TimelineLine::summary)
                .toList();
    }

    private List<TimelineLine> lines(CaseId id) {
        return Callers.as(jan, () -> timeline.of(List.of(id.value()), 100));
    }

    private List<NoticeKind> notices(Caller who) {
        return Callers.as(who, () -> notifications.mine(20)).stream().map(Notice::kind).toList();
    }
}
