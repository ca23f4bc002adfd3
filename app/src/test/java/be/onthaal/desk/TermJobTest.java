// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.Cases;
import be.onthaal.notifications.Notice;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.notifications.Notifications;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Instant;
import java.util.List;
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
