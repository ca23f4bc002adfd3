// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseLine;
import be.onthaal.common.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What today looks like for this employee. What he may not see is not there. */
public record TodayPage(
        LocalDate today,
        Optional<Post> post,
        Optional<Work> work,
        Map<Channel, Long> contacts,
        boolean mayNote) {

    /** What waits for his units, and what came in today. */
    public record Post(long waiting, long registered) {}

    /** His cases and those of his units; the last day is today. */
    public record Work(Map<CaseFilter.View, Long> counts, List<CaseLine> mine, List<Day> days) {

        public long count(CaseFilter.View view) {
            return counts.getOrDefault(view, 0L);
        }

        public Day lastDay() {
            return days.getLast();
        }

        /** The days that a small screen has room for. */
        public List<Day> lastWeek() {
            return days.subList(Math.max(0, days.size() - 7), days.size());
        }

        /** The height of the tallest bar, so that all fit. */
        public int tallest() {
            return Math.max(
                    1,
                    days.stream()
                            .mapToInt(day -> Math.max(day.opened(), day.closed()))
                            .max()
                            .orElse(1));
        }
    }

    /** How many cases opened and closed on a day. */
    public record Day(LocalDate date, int opened, int closed) {}

    public long spoken() {
        return contacts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Remaining remaining(CaseLine line) {
        return Remaining.of(line.dates().dueOn(), today, line.status());
    }

    /** The height of a bar of so many, in a picture of a hundred high. */
    public static int height(int count, int tallest) {
        return Math.round(100f * count / tallest);
    }
}
