// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.Brussels;
import be.onthaal.common.OpenInterval;
import be.onthaal.common.OpeningHours;
import be.onthaal.organisation.Unit;
import be.onthaal.organisation.Units;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit, when it is open and what became of it.
 *
 * @param hours nothing while nobody has said them
 */
public record UnitPage(
        Unit unit, Optional<OpeningHours> hours, List<Units.Change> history, Instant now) {

    /** Other hours on one date. */
    public record Exception(LocalDate date, String hours) {}

    /** While nobody said when it is open in the week, single dates say nothing of the others. */
    public boolean weekUnknown() {
        return hours.filter(OpeningHours::hasWeek).isEmpty();
    }

    /** The hours of a day of the week as one types them. */
    public String written(DayOfWeek day) {
        return hours.map(week -> WrittenHours.write(week.weekly().getOrDefault(day, List.of())))
                .orElse("");
    }

    /** Dates with other hours, from today on. */
    public List<Exception> exceptions() {
        return hours.map(OpeningHours::exceptions).orElse(Map.of()).entrySet().stream()
                .filter(day -> !day.getKey().isBefore(Brussels.date(now)))
                .sorted(Map.Entry.comparingByKey())
                .map(day -> new Exception(day.getKey(), WrittenHours.write(day.getValue())))
                .toList();
    }

    /** Until when it is open at this moment; nothing while it is closed. */
    public Optional<LocalTime> openUntil() {
        ZonedDateTime here = now.atZone(Brussels.ZONE);
        return hours.map(week -> week.hoursOn(here.toLocalDate())).orElse(List.of()).stream()
                .filter(interval -> interval.contains(here.toLocalTime()))
                .map(OpenInterval::until)
                .findFirst();
    }
}
