// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.TaskTerms;
import be.onthaal.cases.TaskTerms.Timed;
import be.onthaal.common.Brussels;
import be.onthaal.common.WorkingCalendar;
import be.onthaal.database.Parts;
import be.onthaal.jobs.RecurringJob;
import be.onthaal.notifications.NoticeKind;
import be.onthaal.organisation.Calendars;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * At half past six on the working days of an authority, tells handlers which of their cases must
 * end so many working days later as their type says; what ends on the closed days before that is
 * told along. So are tasks with a term of their own, and those whose term is over.
 */
@Component
class TermJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(TermJob.class);
    private static final String SELF = "termijnen";
    private static final int FARTHEST = 60;

    private final Authorities authorities;
    private final Cases cases;
    private final CaseTypes types;
    private final CaseNotices notices;
    private final TaskTerms tasks;
    private final TaskNotices taskNotices;
    private final Parts parts;
    private final Calendars calendars;
    private final TransactionOperations transactions;
    private final Clock clock;

    TermJob(
            Authorities authorities,
            Cases cases,
            CaseTypes types,
            CaseNotices notices,
            TaskTerms tasks,
            TaskNotices taskNotices,
            Parts parts,
            Calendars calendars,
            TransactionOperations transactions,
            Clock clock) {
        this.authorities = authorities;
        this.cases = cases;
        this.types = types;
        this.notices = notices;
        this.tasks = tasks;
        this.taskNotices = taskNotices;
        this.parts = parts;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "terms-near";
    }

    @Override
    public Rhythm rhythm() {
        return new Rhythm.DailyAt(LocalTime.of(6, 30));
    }

    @Override
    public void run() {
        for (Authority authority : Callers.as(Caller.service(SELF), authorities::list)) {
            try {
                Callers.run(
                        Caller.service(SELF, authority),
                        () -> transactions.executeWithoutResult(status -> tell()));
            } catch (RuntimeException failure) {
                log.warn(
                        "Terms of {} were not told: {}",
                        authority.slug(),
                        failure.getClass().getSimpleName());
            }
        }
    }

    private void tell() {
        WorkingCalendar calendar = calendars.current();
        LocalDate today = Brussels.today(clock);
        if (!calendar.isWorkingDay(today)) {
            return;
        }
        LocalDate farthest = calendar.plusWorkingDays(today, FARTHEST);
        List<CaseLine> near = parts.answer(cases.partOfDue(today.minusDays(1), farthest));
        near.stream().filter(line -> isItsDay(line, today, calendar)).forEach(notices::termNear);
        List<Timed> ending =
                tasks.near(today, farthest).stream()
                        .filter(task -> isNear(task, today, calendar))
                        .toList();
        taskNotices.tell(tasks.warn(ending), NoticeKind.TASK_NEAR);
        taskNotices.tell(tasks.tellLate(tasks.late(today)), NoticeKind.TASK_LATE);
    }

    /** A short task may begin when its term is near already; it is told on the next morning. */
    private static boolean isNear(Timed task, LocalDate today, WorkingCalendar calendar) {
        int ahead = task.warnBefore();
        return ahead > 0 && !task.dueOn().isAfter(calendar.plusWorkingDays(today, ahead));
    }

    /** It ends so many working days from now, or on a closed day just before that. */
    private boolean isItsDay(CaseLine line, LocalDate today, WorkingCalendar calendar) {
        int ahead = types.get(line.traits().typeId()).definition().warnBefore();
        LocalDate due = line.dates().dueOn();
        return ahead > 0
                && due.isAfter(calendar.plusWorkingDays(today, ahead - 1))
                && !due.isAfter(calendar.plusWorkingDays(today, ahead));
    }
}
