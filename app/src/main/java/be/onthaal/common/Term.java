// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A term as it runs: from an act on, standing still while somebody else is to act, perhaps extended
 * once. A pure value: the same act, pauses and extension always end on the same day, so that a term
 * may be computed again whenever one of them changes.
 *
 * <p>In days, the day on which a term is suspended still counts, and it goes on the day after the
 * one on which it was resumed, as it began the day after the act. In hours, only the time counts
 * that the counter is open and the term does not stand still.
 *
 * @param start of the act, such as the registration of a request
 * @param extension how much longer than the rule says, in its own unit; 0 when not extended
 * @param pauses in the order in which they began; only the last may still go on
 */
public record Term(TermRule rule, Instant start, int extension, List<Pause> pauses) {

    private static final int LONGEST_DAYS = 73_050;

    public Term {
        pauses = List.copyOf(pauses);
        if (extension < 0 || extension > TermRule.LONGEST) {
            throw new IllegalArgumentException("A term is not extended by " + extension);
        }
        for (int i = 1; i < pauses.size(); i++) {
            Optional<Instant> before = pauses.get(i - 1).until();
            if (before.isEmpty() || pauses.get(i).from().isBefore(before.get())) {
                throw new IllegalArgumentException("Pauses follow each other");
            }
        }
    }

    /** A term that has just begun. */
    public static Term of(TermRule rule, Instant start) {
        return new Term(rule, start, 0, List.of());
    }

    /** A time in which the term does not run; without an end it stands still now. */
    public record Pause(Instant from, Optional<Instant> until) {

        public Pause {
            if (until.isPresent() && until.get().isBefore(from)) {
                throw new IllegalArgumentException("A pause ends after it began");
            }
        }

        /** Whether the term stands still on this day. */
        boolean covers(LocalDate day) {
            return day.isAfter(Brussels.date(from))
                    && until.filter(end -> !day.isAfter(Brussels.date(end))).isPresent();
        }

        private long days() {
            return until.map(end -> Brussels.date(end).toEpochDay()).orElse(0L)
                    - Brussels.date(from).toEpochDay();
        }
    }

    public boolean standsStill() {
        return !pauses.isEmpty() && pauses.getLast().until().isEmpty();
    }

    public boolean isExtended() {
        return extension > 0;
    }

    /** Stands still from now on; refused while it does already. */
    public Term suspended(Instant at) {
        if (standsStill()) {
            throw new Refused("common.term-suspended");
        }
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, Optional.empty()));
        return new Term(rule, start, extension, more);
    }

    /** Goes on; refused while it runs. */
    public Term resumed(Instant at) {
        if (!standsStill()) {
            throw new Refused("common.term-running");
        }
        List<Pause> all = new ArrayList<>(pauses);
        Pause last = all.removeLast();
        all.add(new Pause(last.from(), Optional.of(at.isBefore(last.from()) ? last.from() : at)));
        return new Term(rule, start, extension, all);
    }

    /** Ends later than the rule says; refused a second time. */
    public Term extended(int by) {
        if (isExtended()) {
            throw new Refused("common.term-extended");
        }
        return new Term(rule, start, by, pauses);
    }

    /**
     * When it ends, and why then. A term that stands still ends as if it had gone on at once; how
     * much later depends on when it is resumed.
     *
     * @param calendar for days the working days of the law, for hours the opening hours of whoever
     *     must act
     */
    public TermEnd end(WorkingCalendar calendar) {
        return rule.unit() == TermRule.Unit.OPENING_HOURS
                ? endInHours(calendar)
                : endInDays(calendar);
    }

    private TermEnd endInHours(WorkingCalendar calendar) {
        Duration left = Duration.ofHours(rule.amount() + (long) extension);
        Instant from = start;
        for (Pause pause : pauses) {
            Optional<Instant> until = pause.until();
            if (until.isEmpty() || !until.get().isAfter(from)) {
                continue;
            }
            Instant begin = pause.from().isBefore(from) ? from : pause.from();
            Duration open = calendar.openTimeBetween(from, begin);
            if (open.compareTo(left) >= 0) {
                break;
            }
            left = left.minus(open);
            from = until.get();
        }
        Instant end = calendar.plusOpenTime(from, left);
        LocalDate due = Brussels.date(end);
        var why =
                Message.of(
                        rule.key(),
                        rule.amount(),
                        Brussels.dateTime(start).toString(),
                        Brussels.dateTime(end).toString());
        return new TermEnd(end, due, told(why));
    }

    private TermEnd endInDays(WorkingCalendar calendar) {
        LocalDate from = Brussels.date(start);
        LocalDate reckoned = reckoned(from, calendar);
        LocalDate due = moved(reckoned, calendar);
        Message why =
                calendar.whyClosed(reckoned)
                        .filter(closed -> !due.equals(reckoned))
                        .map(closed ->
                                Message.of(
                                        rule.key() + ".moved",
                                        rule.amount(),
                                        from,
                                        due,
                                        reckoned,
                                        closed))
                        .orElseGet(() -> Message.of(rule.key(), rule.amount(), from, due));
        return new TermEnd(Brussels.endOfDay(due), due, told(why));
    }

    private LocalDate reckoned(LocalDate from, WorkingCalendar calendar) {
        LocalDate day = rule.starts() == TermRule.Start.ON_DAY ? from.minusDays(1) : from;
        for (int left = rule.amount() + extension; left > 0; ) {
            day = next(day, from);
            left -= counts(day, calendar) ? 1 : 0;
        }
        return day;
    }

    private LocalDate moved(LocalDate reckoned, WorkingCalendar calendar) {
        LocalDate day = reckoned;
        while (rule.movesToWorkingDay() && (!calendar.isWorkingDay(day) || isPaused(day))) {
            day = next(day, reckoned);
        }
        return day;
    }

    private static LocalDate next(LocalDate day, LocalDate from) {
        if (day.toEpochDay() - from.toEpochDay() > LONGEST_DAYS) {
            throw new Refused("common.calendar-too-far", LONGEST_DAYS / 365);
        }
        return day.plusDays(1);
    }

    private boolean counts(LocalDate day, WorkingCalendar calendar) {
        return !isPaused(day)
                && (rule.unit() == TermRule.Unit.CALENDAR_DAYS || calendar.isWorkingDay(day));
    }

    private boolean isPaused(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.covers(day));
    }

    /** The end, the extension and the pauses, one sentence after the other. */
    private Message told(Message why) {
        Message all = why;
        if (isExtended()) {
            all = and(all, Message.of(rule.unitKey("common.term.extended"), extension));
        }
        for (Pause pause : pauses) {
            LocalDate from = Brussels.date(pause.from());
            all =
                    and(
                            all,
                            pause.until()
                                    .map(end ->
                                            Message.of(
                                                    "common.term.paused",
                                                    from,
                                                    Brussels.date(end),
                                                    pause.days()))
                                    .orElseGet(() -> Message.of("common.term.stands-still", from)));
        }
        return all;
    }

    private static Message and(Message one, Message other) {
        return Message.of("common.term.and", one, other);
    }
}
