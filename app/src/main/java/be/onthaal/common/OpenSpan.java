// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** One unbroken stretch of real time in which something is open. */
record OpenSpan(Instant from, Instant until) {

    private static final ZoneRules RULES = Brussels.ZONE.getRules();

    /**
     * The real time of a day's hours: the clock is cut where it jumps, so that an hour that comes
     * twice in October counts twice and the one skipped in March not at all.
     */
    static List<OpenSpan> of(LocalDate date, List<OpenInterval> hours) {
        List<OpenSpan> spans = new ArrayList<>();
        Instant end = hours.isEmpty() ? Instant.MIN : Brussels.endOfDay(date);
        Instant from = hours.isEmpty() ? Instant.MAX : Brussels.startOfDay(date);
        while (from.isBefore(end)) {
            ZoneOffsetTransition jump = RULES.nextTransition(from);
            boolean jumps = jump != null && jump.getInstant().isBefore(end);
            Instant until = jumps ? jump.getInstant() : end;
            addAll(spans, date, hours, new OpenSpan(from, until));
            from = until;
        }
        return spans;
    }

    Duration length() {
        return Duration.between(from, until);
    }

    /** How much of this span lies between two instants. */
    Duration lengthWithin(Instant start, Instant end) {
        Instant first = from.isAfter(start) ? from : start;
        Instant last = until.isBefore(end) ? until : end;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    private static void addAll(
            List<OpenSpan> spans, LocalDate date, List<OpenInterval> hours, OpenSpan steady) {
        ZoneOffset offset = RULES.getOffset(steady.from);
        for (OpenInterval interval : hours) {
            LocalDate lastDay = interval.lastsUntilMidnight() ? date.plusDays(1) : date;
            Instant opens = date.atTime(interval.from()).toInstant(offset);
            Instant closes = lastDay.atTime(interval.until()).toInstant(offset);
            Instant from = opens.isAfter(steady.from) ? opens : steady.from;
            Instant until = closes.isBefore(steady.until) ? closes : steady.until;
            if (from.isBefore(until)) {
                spans.add(new OpenSpan(from, until));
            }
        }
    }
}
