// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.TaskKind;
import be.onthaal.common.Brussels;
import be.onthaal.common.TermRule;
import be.onthaal.common.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Lets the terms of tasks stand still with their case. As with a case, the day on which it stood
 * still counts, and the term goes on the day after it went on. What is asked of the customer runs
 * on: it is for him that the case waits.
 */
@Component
class TaskPauses {

    private final CaseContents contents;
    private final CaseTypes types;
    private final CaseCalendars calendars;

    TaskPauses(CaseContents contents, CaseTypes types, CaseCalendars calendars) {
        this.contents = contents;
        this.types = types;
        this.calendars = calendars;
    }

    /**
     * The case goes on: its open tasks end as much later as it stood still while they were open.
     */
    void over(CaseFile file, Instant from, Instant until) {
        CaseTypeDefinition type = types.get(file.matter().typeId()).definition();
        for (CaseTask task : contents.stillOpen(file.id())) {
            boolean waits = task.work().kind() != TaskKind.ASK_CUSTOMER;
            type.task(task.code())
                    .filter(definition -> waits)
                    .flatMap(definition -> definition.term())
                    .ifPresent(rule -> later(file, task, rule, from, until));
        }
    }

    private void later(CaseFile file, CaseTask task, TermRule rule, Instant from, Instant until) {
        LocalDate begin = Brussels.date(task.madeAt().isAfter(from) ? task.madeAt() : from);
        LocalDate end = Brussels.date(until);
        WorkingCalendar calendar = calendars.of(rule, task.assignee().unit());
        task.dueOn()
                .filter(due -> !due.isBefore(begin) && end.isAfter(begin))
                .map(due -> later(due, begin, end, rule, calendar))
                .filter(due -> !task.dueOn().get().equals(due))
                .ifPresent(due -> contents.due(file.id(), task.id(), due));
    }

    private static LocalDate later(
            LocalDate due,
            LocalDate begin,
            LocalDate end,
            TermRule rule,
            WorkingCalendar calendar) {
        if (rule.unit() == TermRule.Unit.CALENDAR_DAYS) {
            LocalDate day = due.plusDays(end.toEpochDay() - begin.toEpochDay());
            return rule.movesToWorkingDay() ? calendar.workingDayOnOrAfter(day) : day;
        }
        int lost =
                (int)
                        begin.plusDays(1)
                                .datesUntil(end.plusDays(1))
                                .filter(calendar::isWorkingDay)
                                .count();
        return lost == 0 ? due : calendar.plusWorkingDays(due, lost);
    }
}
