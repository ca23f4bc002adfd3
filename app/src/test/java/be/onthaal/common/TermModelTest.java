// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand random terms against somebody who watches the clock: minute after minute, she
 * strikes a day off when it ends, or a minute when the counter was open and the term ran. She knows
 * nothing of the engine's shortcuts.
 */
class TermModelTest {

    private static final long SEED = 20_261_123L;
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final int WINDOWS = 100;
    private static final int A_WINDOW = 1_000;
    private static final int WINDOW_DAYS = 75;

    private final Random random = new Random(SEED);

    @Test
    void aHundredThousandTermsEndWhenTheClockWatcherSays() {
        int compared = 0;
        for (int i = 0; i < WINDOWS; i++) {
            var window = new Window(2024 + random.nextInt(4));
            for (int j = 0; j < A_WINDOW; j++) {
                Term term = window.term();
                long expected = window.watch(term);
                TermEnd end = term.end(window.calendar());

                assertThat(end.at().getEpochSecond() / 60)
                        .as("%s %s", window, term)
                        .isEqualTo(expected);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(100_000);
    }

    /** A town with its own hours and holidays, minute by minute, around a change of the clock. */
    private final class Window {

        private final Map<DayOfWeek, List<OpenInterval>> week = new HashMap<>();
        private final Set<LocalDate> off = new HashSet<>();
        private final LocalDate first;
        private final long firstMinute;
        private final int minutes;
        private final BitSet open = new BitSet();
        private final BitSet working = new BitSet();
        private final int[] day;

        Window(int year) {
            first =
                    LocalDate.of(year, random.nextBoolean() ? 3 : 10, 1)
                            .plusDays(random.nextInt(25));
            week.put(DayOfWeek.MONDAY, List.of(OpenInterval.of("09:00", "12:00")));
            for (DayOfWeek one : DayOfWeek.values()) {
                if (random.nextInt(4) > 0) {
                    week.put(one, hours());
                }
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                off.add(first.plusDays(random.nextInt(WINDOW_DAYS)));
            }
            firstMinute = first.atStartOfDay(ZONE).toEpochSecond() / 60;
            minutes =
                    (int)
                            (first.plusDays(WINDOW_DAYS).atStartOfDay(ZONE).toEpochSecond() / 60
                                    - firstMinute);
            day = new int[minutes + 1];
            look();
        }

        private List<OpenInterval> hours() {
            return switch (random.nextInt(3)) {
                case 0 -> List.of(OpenInterval.of("08:30", "12:15"));
                case 1 ->
                        List.of(
                                OpenInterval.of("01:30", "04:00"),
                                OpenInterval.of("13:00", "19:30"));
                default -> List.of(OpenInterval.WHOLE_DAY);
            };
        }

        /** What a clock on the wall shows each minute. */
        private void look() {
            for (int minute = 0; minute <= minutes; minute++) {
                ZonedDateTime wall =
                        Instant.ofEpochSecond((firstMinute + minute) * 60).atZone(ZONE);
                LocalDate date = wall.toLocalDate();
                LocalTime time = wall.toLocalTime();
                day[minute] = (int) (date.toEpochDay() - first.toEpochDay());
                List<OpenInterval> hours =
                        off.contains(date)
                                ? List.of()
                                : week.getOrDefault(date.getDayOfWeek(), List.of());
                open.set(minute, hours.stream().anyMatch(one -> one.contains(time)));
                working.set(day[minute], !hours.isEmpty());
            }
        }

        WorkingCalendar calendar() {
            OpeningHours hours = OpeningHours.closed();
            for (Map.Entry<DayOfWeek, List<OpenInterval>> one : week.entrySet()) {
                hours = hours.on(one.getKey(), one.getValue().toArray(OpenInterval[]::new));
            }
            Holiday[] holidays = off.stream().map(Holiday::local).toArray(Holiday[]::new);
            return WorkingCalendar.of(hours, Holidays.none().with(holidays));
        }

        Term term() {
            TermRule.Unit unit = TermRule.Unit.values()[random.nextInt(3)];
            int amount = 1 + random.nextInt(unit == TermRule.Unit.OPENING_HOURS ? 40 : 8);
            var rule =
                    new TermRule(
                            amount,
                            unit,
                            TermRule.Start.values()[random.nextInt(2)],
                            random.nextBoolean());
            int start = random.nextInt(7 * 1440);
            List<Term.Pause> pauses = new ArrayList<>();
            int at = start;
            for (int i = random.nextInt(4); i > 0; i--) {
                at += random.nextInt(3 * 1440);
                int until = at + random.nextInt(4 * 1440);
                boolean open = i == 1 && random.nextInt(4) == 0;
                pauses.add(
                        new Term.Pause(
                                instant(at),
                                open ? Optional.empty() : Optional.of(instant(until))));
                at = until;
            }
            return new Term(rule, instant(start), random.nextInt(3) == 0 ? 2 : 0, pauses);
        }

        private Instant instant(int minute) {
            return Instant.ofEpochSecond((firstMinute + minute) * 60);
        }

        private int minute(Instant instant) {
            return (int) (instant.getEpochSecond() / 60 - firstMinute);
        }

        /** The first minute that is too late, since 1970. */
        long watch(Term term) {
            return firstMinute
                    + (term.rule().unit() == TermRule.Unit.OPENING_HOURS
                            ? watchMinutes(term)
                            : watchDays(term));
        }

        private int watchMinutes(Term term) {
            int left = (term.rule().amount() + term.extension()) * 60;
            int minute = minute(term.start());
            for (; left > 0; minute++) {
                left -= open.get(minute) && !pausedMinute(term, minute) ? 1 : 0;
            }
            return minute;
        }

        private boolean pausedMinute(Term term, int minute) {
            for (Term.Pause pause : term.pauses()) {
                if (pause.until().isPresent()
                        && minute >= minute(pause.from())
                        && minute < minute(pause.until().get())) {
                    return true;
                }
            }
            return false;
        }

        /** Each midnight she strikes off the day that ended, if it counted. */
        private int watchDays(Term term) {
            int left = term.rule().amount() + term.extension();
            int started = day[minute(term.start())];
            boolean over = false;
            for (int minute = minute(term.start()); ; minute++) {
                int today = day[minute];
                if (day[minute + 1] == today) {
                    continue;
                }
                boolean runs = today > started || term.rule().starts() == TermRule.Start.ON_DAY;
                boolean counts =
                        term.rule().unit() == TermRule.Unit.CALENDAR_DAYS || working.get(today);
                if (!over && runs && counts && !pausedDay(term, today)) {
                    left--;
                    over = left == 0;
                }
                boolean mayEnd =
                        !term.rule().movesToWorkingDay()
                                || working.get(today) && !pausedDay(term, today);
                if (over && mayEnd) {
                    return minute + 1;
                }
            }
        }

        /**
         * The day after it was suspended is the first that does not count, that of resuming the
         * last.
         */
        private boolean pausedDay(Term term, int today) {
            for (Term.Pause pause : term.pauses()) {
                if (pause.until().isPresent()
                        && today > day[minute(pause.from())]
                        && today <= day[minute(pause.until().get())]) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return first + " " + week + " " + off;
        }
    }
}
