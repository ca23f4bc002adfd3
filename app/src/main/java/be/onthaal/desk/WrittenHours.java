// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.OpenInterval;
import be.onthaal.common.Refused;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opening hours as people type them: 9.00-12.00, 13.30-16.00; empty is closed. */
final class WrittenHours {

    private static final Pattern INTERVAL =
            Pattern.compile(
                    "(\\d{1,2})(?:[.:uh](\\d{2})?)?\\s*[-–]\\s*(\\d{1,2})(?:[.:uh](\\d{2})?)?");
    private static final int MIDNIGHT = 24;

    private WrittenHours() {}

    static List<OpenInterval> read(String text) {
        List<OpenInterval> hours = new ArrayList<>();
        for (String part : text.strip().split("\\s*[,;]\\s*", -1)) {
            if (!part.isBlank()) {
                hours.add(interval(part));
            }
        }
        return List.copyOf(hours);
    }

    static String write(List<OpenInterval> hours) {
        return hours.stream()
                .map(interval -> write(interval.from()) + "-" + until(interval))
                .collect(Collectors.joining(", "));
    }

    private static OpenInterval interval(String part) {
        Matcher found = INTERVAL.matcher(part.strip());
        if (!found.matches()) {
            throw new Refused("desk.hours-unclear", part);
        }
        return new OpenInterval(
                time(part, found.group(1), found.group(2)),
                time(part, found.group(3), found.group(4)));
    }

    private static LocalTime time(String part, String hour, String minute) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        boolean midnight = hours == MIDNIGHT && minutes == 0;
        if (!midnight && (hours >= MIDNIGHT || minutes >= 60)) {
            throw new Refused("desk.hours-unclear", part);
        }
        return midnight ? LocalTime.MIDNIGHT : LocalTime.of(hours, minutes);
    }

    private static String until(OpenInterval interval) {
        return interval.lastsUntilMidnight() ? "24.00" : write(interval.until());
    }

    private static String write(LocalTime time) {
        return "%d.%02d".formatted(time.getHour(), time.getMinute());
    }
}
