// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.OpeningHours;
import be.onthaal.common.TermRule;
import be.onthaal.common.WorkingCalendar;
import be.onthaal.organisation.Calendars;
import be.onthaal.organisation.UnitHours;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** By which calendar the term of a case is reckoned: that of the law, or that of its unit. */
@Component
class CaseCalendars {

    private final Calendars calendars;
    private final UnitHours hours;

    CaseCalendars(Calendars calendars, UnitHours hours) {
        this.calendars = calendars;
        this.hours = hours;
    }

    /**
     * A unit that never said when it is open works whole days from Monday to Friday, but for the
     * dates of which it said something else.
     */
    WorkingCalendar of(TermRule rule, UnitId unit) {
        WorkingCalendar legal = calendars.current();
        return rule.unit() == TermRule.Unit.OPENING_HOURS
                ? hours.of(unit)
                        .map(open ->
                                open.hasWeek()
                                        ? open
                                        : new OpeningHours(
                                                legal.hours().weekly(), open.exceptions()))
                        .map(open -> new WorkingCalendar(open, legal.holidays(), legal.closures()))
                        .orElse(legal)
                : legal;
    }

    /** In days a term runs from the day of receipt, in hours from the moment it was opened. */
    static Instant start(TermRule rule, LocalDate receivedOn, Instant openedAt) {
        boolean sameDay = Brussels.date(openedAt).equals(receivedOn);
        return rule.unit() == TermRule.Unit.OPENING_HOURS && sameDay
                ? openedAt
                : Brussels.startOfDay(receivedOn);
    }
}
