// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock on the wall of every town hall: instants become local dates and times only here. */
public final class Brussels {

    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Brussels() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static LocalDateTime dateTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /**
     * The instant of a local time; a time skipped in March moves one hour on, and of a time that
     * comes twice in October the first is meant.
     */
    public static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    public static Instant startOfDay(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant that no longer belongs to the day: 23, 24 or 25 hours after its start. */
    public static Instant endOfDay(LocalDate date) {
        return startOfDay(date.plusDays(1));
    }
}
