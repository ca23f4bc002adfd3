// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTerms;
import be.onthaal.cases.Cases;
import be.onthaal.cases.OpenCase;
import be.onthaal.common.Channel;
import be.onthaal.notifications.Notice;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.StandardRole;
import be.onthaal.organisation.Units;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who hears in time that a term ends. */
@OnthaalTest
@Import(DeskFixtures.class)
class TermJobTest {

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired TermJob terms;
    @Autowired Cases cases;
    @Autowired CaseTerms terming;
    @Autowired Units units;
    @Autowired Notifications notifications;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;

    private DeskFixtures.Scene scene;
    private TestAuthority here;
    private Caller handler;

    @BeforeEach
    void found() {
        clock.set(Instant.parse("2026-11-19T08:00:00Z"));
        scene = fixtures.scene();
        here = scene.here();
        handler = towns.person(here, StandardRole.CASE_HANDLER);
    }

    @AfterEach
    void free() {
        clock.free();
    }

    @Test
    void theHandlerHearsTwoWorkingDaysBeforeTheEndAndOnce() {
        CaseFile file = handledAndDue("2026-11-26");

        on("2026-11-23");
        assertThat(told()).isEmpty();
        on("2026-11-24");
        assertThat(told()).containsExactly("/zaken/" + file.id());
        on("2026-11-25");
        on("2026-11-26");
        assertThat(told()).hasSize(1);
    }

    @Test
    void aTypeSaysItselfHowLongBefore() {
        CaseFile file = handledAndDue("2026-11-26");
        owner.execute(
                """
                update cases.case_file c set type_id = t.id from cases.case_type t
                where c.id = '%s' and t.authority_id = c.authority_id and t.code = 'complaint'
                """
                        .formatted(file.id()));

        on("2026-11-18");
        assertThat(told()).isEmpty();
        on("2026-11-19");
        assertThat(told()).hasSize(1);
        on("2026-11-24");
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatEndsOnAClosedDayIsToldBeforeIt() {
        handledAndDue("2026-11-28");

        on("2026-11-26");

        assertThat(told()).as("Saturday comes with Monday").hasSize(1);
    }

    @Test
    void onAClosedDayNobodyIsTold() {
        handledAndDue("2026-12-01");

        on("2026-11-28");
        on("2026-11-29");

        assertThat(told()).isEmpty();
    }

    @Test
    void aCaseThatIsClosedOrHasNoHandlerTellsNobody() {
        CaseFile file = handledAndDue("2026-11-26");
        owner.execute(
                "update cases.case_file set handler_id = null, handler_name = '' where id = '%s'"
                        .formatted(file.id()));

        on("2026-11-24");

        assertThat(told()).isEmpty();
    }

    @Test
    void aHandlerOfAnotherAuthorityHearsNothing() {
        handledAndDue("2026-11-26");
        TestAuthority elsewhere = towns.found().municipality();
        Caller stranger = towns.person(elsewhere, StandardRole.CASE_HANDLER);

        on("2026-11-24");

        assertThat(Callers.as(stranger, () -> notifications.mine(10))).isEmpty();
    }

    @Test
    void whoDoesATaskHearsOnceBeforeItsTermEndsAndOnceWhenItIsOver() {
        CaseId id = complaint(Confidentiality.INTERNAL);
        Callers.run(handler, () -> cases.take(id));

        on("2026-11-18");
        assertThat(told(handler, NoticeKind.TASK_NEAR)).isEmpty();
        on("2026-11-19");
        on("2026-11-20");
        on("2026-11-26");
        assertThat(told(handler, NoticeKind.TASK_NEAR)).containsExactly("/zaken/" + id + "#todo");
        assertThat(told(handler, NoticeKind.TASK_LATE)).isEmpty();
        on("2026-11-27");
        on("2026-11-30");

        assertThat(told(handler, NoticeKind.TASK_LATE)).containsExactly("/zaken/" + id + "#todo");
        assertThat(told(handler, NoticeKind.TASK_NEAR)).hasSize(1);
    }

    @Test
    void aTaskThatNobodyHasIsForThePeopleOfItsUnitWhoHandleCases() {
        CaseId id = complaint(Confidentiality.CONFIDENTIAL);
        Caller reader = towns.person(here, StandardRole.READER);
        UnitId other = unit("Archief");
        Caller elsewhere = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(other));
        Caller ocmw = towns.person(scene.town().ocmw(), StandardRole.CASE_HANDLER);

        on("2026-11-27");

        assertThat(told(handler, NoticeKind.TASK_LATE)).containsExactly("/zaken/" + id + "#todo");
        assertThat(told(reader, NoticeKind.TASK_LATE)).isEmpty();
        assertThat(told(elsewhere, NoticeKind.TASK_LATE)).isEmpty();
        assertThat(told(ocmw, NoticeKind.TASK_LATE)).isEmpty();
    }

    @Test
    void aTaskOfAnotherUnitIsNotToldToWhoDoesNotSeeTheCase() {
        UnitId other = unit("Juridische dienst");
        Caller adviser = towns.person(here, StandardRole.CASE_HANDLER, Optional.of(other));
        for (var level : List.of(Confidentiality.INTERNAL, Confidentiality.CONFIDENTIAL)) {
            CaseId id = complaint(level);
            Callers.run(handler, () -> cases.take(id));
            owner.execute(
                    "update cases.task set unit_id = '%s', employee_id = null where case_id = '%s'"
                            .formatted(other, id));
        }

        on("2026-11-27");

        assertThat(told(adviser, NoticeKind.TASK_LATE)).as("what is internal").hasSize(1);
        assertThat(told(handler, NoticeKind.TASK_LATE)).as("what is confidential").hasSize(1);
    }

    @Test
    void whatIsDoneStandsStillOrHasNoTermOfItsOwnTellsNobody() {
        CaseId done = complaint(Confidentiality.INTERNAL);
        owner.execute(
                "update cases.task set state = 'DONE', done_at = now(), done_by = 'Jan' where case_id = '%s'"
                        .formatted(done));
        CaseId waiting = complaint(Confidentiality.INTERNAL);
        Callers.run(handler, () -> terming.suspend(waiting, "Wachten op de klager"));
        owner.execute(
                "update cases.task set due_on = '2026-11-26' where case_id = '%s'"
                        .formatted(scene.file().id()));

        on("2026-11-27");
        assertThat(told(handler, NoticeKind.TASK_LATE)).isEmpty();
        Callers.run(handler, () -> terming.resume(waiting));
        on("2026-11-30");
        on("2026-12-04");
        assertThat(told(handler, NoticeKind.TASK_LATE))
                .as("it stood still for eight days")
                .isEmpty();
        on("2026-12-07");

        assertThat(told(handler, NoticeKind.TASK_LATE))
                .containsExactly("/zaken/" + waiting + "#todo");
    }

    private UnitId unit(String name) {
        return Callers.as(here.administrator(), () -> units.open(name, Optional.empty()).id());
    }

    /** A complaint whose first task must be done by the twenty-sixth. */
    private CaseId complaint(Confidentiality level) {
        CaseId id =
                Callers.as(
                        handler,
                        () ->
                                cases.open(
                                                new OpenCase(
                                                        "complaint",
                                                        "Klacht",
                                                        "",
                                                        Optional.empty(),
                                                        here.unit(),
                                                        new OpenCase.Intake(
                                                                Channel.DESK,
                                                                LocalDate.of(2026, 11, 16),
                                                                Optional.empty()),
                                                        Optional.of(level)))
                                        .id());
        owner.execute(
                "update cases.task set due_on = '2026-11-26' where case_id = '%s'".formatted(id));
        owner.execute(
                "update cases.case_file set confidentiality = %d where id = '%s'"
                        .formatted(level.level(), id));
        return id;
    }

    private List<String> told(Caller who, NoticeKind kind) {
        return Callers.as(who, () -> notifications.mine(50)).stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notice::link)
                .toList();
    }

    private CaseFile handledAndDue(String date) {
        CaseFile file = scene.file();
        Callers.run(handler, () -> cases.take(file.id()));
        owner.execute(
                "update cases.case_file set due_on = '%s' where id = '%s'"
                        .formatted(date, file.id()));
        return file;
    }

    private void on(String date) {
        clock.set(Instant.parse(date + "T05:30:00Z"));
        terms.run();
    }

    private List<String> told() {
        return Callers.as(handler, () -> notifications.mine(10)).stream()
                .filter(notice -> notice.kind() == NoticeKind.TERM_NEAR)
                .map(Notice::link)
                .toList();
    }
}
