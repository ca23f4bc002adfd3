// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a counter, team or telephone line is open: any number of intervals per day of the week, and
 * other hours, or none, on single dates.
 */
public record OpeningHours(
        Map<DayOfWeek, List<OpenInterval>> weekly, Map<LocalDate, List<OpenInterval>> exceptions) {

    public OpeningHours {
        weekly = inOrder(weekly);
        exceptions = inOrder(exceptions);
    }

    public static OpeningHours closed() {
        return new OpeningHours(Map.of(), Map.of());
    }

    /** Whether any day of the week has hours; of single dates alone nobody knows the week. */
    public boolean hasWeek() {
        return weekly.values().stream().anyMatch(hours -> !hours.isEmpty());
    }

    /** The same hours from Monday to Friday. */
    public static OpeningHours onWeekdays(OpenInterval... hours) {
        OpeningHours week = closed();
        for (DayOfWeek day : DayOfWeek.values()) {
            week = day.compareTo(DayOfWeek.FRIDAY) <= 0 ? week.on(day, hours) : week;
        }
        return week;
    }

    /** These hours, but other ones on this day of the week; no intervals closes it. */
    public OpeningHours on(DayOfWeek day, OpenInterval... hours) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        week.putAll(weekly);
        week.put(day, List.of(hours));
        return new OpeningHours(week, exceptions);
    }

    /** These hours, but other ones on this date; no intervals closes it. */
    public OpeningHours on(LocalDate date, OpenInterval... hours) {
        Map<LocalDate, List<OpenInterval>> dates = new HashMap<>(exceptions);
        dates.put(date, List.of(hours));
        return new OpeningHours(weekly, dates);
    }

    /** The hours of a date, in order. */
    public List<OpenInterval> hoursOn(LocalDate date) {
        return exceptionOn(date)
                .orElseGet(() -> weekly.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    /** The other hours somebody has set for this very date, if any. */
    public Optional<List<OpenInterval>> exceptionOn(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date));
    }

    private static <D> Map<D, List<OpenInterval>> inOrder(Map<D, List<OpenInterval>> hours) {
        Map<D, List<OpenInterval>> ordered = new HashMap<>();
        hours.forEach((day, intervals) -> ordered.put(day, inOrder(intervals)));
        return Map.copyOf(ordered);
    }

    private static List<OpenInterval> inOrder(List<OpenInterval> intervals) {
        List<OpenInterval> ordered =
                intervals.stream().sorted(Comparator.comparing(OpenInterval::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            OpenInterval earlier = ordered.get(i - 1);
            OpenInterval later = ordered.get(i);
            if (earlier.overlaps(later)) {
                throw new Refused("common.opening-hours-overlap", earlier.until(), later.from());
            }
        }
        return ordered;
    }
}
