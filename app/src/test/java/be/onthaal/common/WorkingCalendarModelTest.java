// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random calendars against a model that knows nothing but counting minutes and days. */
class WorkingCalendarModelTest {

    private static final long SEED = 20_261_122L;
    private static final int WINDOW_DAYS = 9;
    private static final List<LocalDate> JUMPS =
            List.of(
                    LocalDate.of(2026, 3, 29),
                    LocalDate.of(2026, 10, 25),
                    LocalDate.of(2027, 3, 28),
                    LocalDate.of(2027, 10, 31));

    private final Random random = new Random(SEED);

    @Test
    void openTimeAgreesWithCountingMinutes() {
        for (int round = 0; round < 120; round++) {
            LocalDate first = windowStart(round);
            var model = new Model(first);
            WorkingCalendar calendar = model.calendar();
            Instant start = first.atStartOfDay(ZoneId.of("Europe/Brussels")).toInstant();
            BitSet open = model.openMinutes(start);
            for (int i = 0; i < 60; i++) {
                int a = random.nextInt(WINDOW_DAYS * 1440);
                int b = random.nextInt(WINDOW_DAYS * 1440);

                Duration between = calendar.openTimeBetween(minute(start, a), minute(start, b));
                boolean isOpen = calendar.isOpen(minute(start, a).plusSeconds(30));

                assertThat(between).as("%s %d %d", model, a, b).hasMinutes(count(open, a, b));
                assertThat(isOpen).as("%s %d", model, a).isEqualTo(open.get(a));
                assertPlusOpenTime(calendar, start, open, a);
            }
        }
    }

    private void assertPlusOpenTime(
            WorkingCalendar calendar, Instant start, BitSet open, int from) {
        int available = count(open, from, WINDOW_DAYS * 1440);
        if (available == 0) {
            return;
        }
        int wanted = random.nextInt(available) + 1;
        int end = from;
        for (int counted = 0; counted < wanted; end++) {
            counted += open.get(end) ? 1 : 0;
        }

        Instant due = calendar.plusOpenTime(minute(start, from), Duration.ofMinutes(wanted));

        assertThat(due).as("%s from %d, %d", calendar, from, wanted).isEqualTo(minute(start, end));
    }

    @Test
    void workingDaysAgreeWithCountingDays() {
        for (int round = 0; round < 400; round++) {
            LocalDate first = windowStart(round).plusDays(random.nextInt(365));
            var model = new Model(first);
            WorkingCalendar calendar = model.calendar();
            if (model.week.isEmpty()) {
                continue;
            }
            for (int i = 0; i < 10; i++) {
                LocalDate start = first.plusDays(random.nextInt(WINDOW_DAYS));
                int days = random.nextInt(61) - 30;

                LocalDate end = calendar.plusWorkingDays(start, days);

                assertThat(end)
                        .as("%s %s %d", model, start, days)
                        .isEqualTo(model.plus(start, days));
                assertThat(calendar.workingDaysBetween(start, end)).isEqualTo(days);
            }
        }
    }

    private LocalDate windowStart(int round) {
        boolean nearJump = round % 3 != 0;
        return nearJump
                ? JUMPS.get(random.nextInt(JUMPS.size())).minusDays(random.nextInt(WINDOW_DAYS))
                : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
    }

    private static Instant minute(Instant start, int minutes) {
        return start.plusSeconds(60L * minutes);
    }

    private static int count(BitSet open, int from, int until) {
        int count = 0;
        for (int i = Math.min(from, until); i < Math.max(from, until); i++) {
            count += open.get(i) ? 1 : 0;
        }
        return from <= until ? count : -count;
    }

    /** The rules as plain sets of minutes of the day. */
    private final class Model {

        private final Map<DayOfWeek, BitSet> week = new HashMap<>();
        private final Map<LocalDate, BitSet> exceptions = new HashMap<>();
        private final Set<LocalDate> off = new HashSet<>();
        private final List<Closure> closures = new ArrayList<>();

        Model(LocalDate first) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    week.put(day, someMinutes());
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                LocalDate date = first.plusDays(random.nextInt(WINDOW_DAYS));
                exceptions.put(date, random.nextBoolean() ? someMinutes() : new BitSet());
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                off.add(first.plusDays(random.nextInt(WINDOW_DAYS)));
            }
            if (random.nextInt(3) == 0) {
                LocalDate closed = first.plusDays(random.nextInt(WINDOW_DAYS));
                closures.add(new Closure(closed, closed.plusDays(random.nextInt(3))));
            }
        }

        /** Up to three intervals; half of them begin in the hours in which the clock jumps. */
        private BitSet someMinutes() {
            var minutes = new BitSet(1440);
            for (int i = random.nextInt(3) + 1; i > 0; i--) {
                int from = random.nextBoolean() ? 60 + random.nextInt(180) : random.nextInt(1440);
                int length = random.nextInt(4) == 0 ? 1440 : 1 + random.nextInt(400);
                minutes.set(from, Math.min(1440, from + length));
            }
            return minutes;
        }

        BitSet openMinutes(Instant start) {
            var open = new BitSet();
            for (int i = 0; i < WINDOW_DAYS * 1440; i++) {
                var local = LocalDateTime.ofInstant(minute(start, i), ZoneId.of("Europe/Brussels"));
                open.set(
                        i,
                        minutesOn(local.toLocalDate())
                                .get(local.toLocalTime().toSecondOfDay() / 60));
            }
            return open;
        }

        LocalDate plus(LocalDate start, int days) {
            LocalDate day = start;
            for (int left = Math.abs(days); left > 0; ) {
                day = days > 0 ? day.plusDays(1) : day.minusDays(1);
                left -= minutesOn(day).isEmpty() ? 0 : 1;
            }
            return day;
        }

        private BitSet minutesOn(LocalDate date) {
            BitSet exception = exceptions.get(date);
            if (exception != null) {
                return exception;
            }
            boolean closed =
                    off.contains(date)
                            || closures.stream()
                                    .anyMatch(c ->
                                            c.first()
                                                    .datesUntil(c.last().plusDays(1))
                                                    .anyMatch(date::equals));
            return closed ? new BitSet() : week.getOrDefault(date.getDayOfWeek(), new BitSet());
        }

        WorkingCalendar calendar() {
            OpeningHours hours = OpeningHours.closed();
            for (var entry : week.entrySet()) {
                hours = hours.on(entry.getKey(), intervals(entry.getValue()));
            }
            for (var entry : exceptions.entrySet()) {
                hours = hours.on(entry.getKey(), intervals(entry.getValue()));
            }
            Holiday[] days = off.stream().map(Holiday::local).toArray(Holiday[]::new);
            return new WorkingCalendar(hours, Holidays.none().with(days), closures);
        }

        private static OpenInterval[] intervals(BitSet minutes) {
            List<OpenInterval> intervals = new ArrayList<>();
            for (int from = minutes.nextSetBit(0); from >= 0; ) {
                int until = minutes.nextClearBit(from);
                intervals.add(
                        new OpenInterval(
                                LocalTime.ofSecondOfDay(60L * from),
                                LocalTime.ofSecondOfDay(60L * (until % 1440))));
                from = minutes.nextSetBit(until);
            }
            return intervals.toArray(OpenInterval[]::new);
        }

        @Override
        public String toString() {
            return week + " " + exceptions + " " + off + " " + closures;
        }
    }
}
