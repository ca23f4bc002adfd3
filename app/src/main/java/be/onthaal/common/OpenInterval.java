// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalTime;

/** Some hours of one day, up to but not including its end; an end of 00:00 is midnight after. */
public record OpenInterval(LocalTime from, LocalTime until) {

    public static final OpenInterval WHOLE_DAY =
            new OpenInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public OpenInterval {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new Refused("common.opening-hours-reversed", from, until);
        }
    }

    /** From and until as people write them: 09:00 and 12:30, or 24:00 for midnight. */
    public static OpenInterval of(String from, String until) {
        LocalTime end = until.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(until);
        return new OpenInterval(LocalTime.parse(from), end);
    }

    public boolean lastsUntilMidnight() {
        return until.equals(LocalTime.MIDNIGHT);
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && (lastsUntilMidnight() || time.isBefore(until));
    }

    boolean overlaps(OpenInterval later) {
        return lastsUntilMidnight() || later.from.isBefore(until);
    }
}
