// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import be.onthaal.common.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date of a mail, in the standard form and in the old and sloppy ones still seen. */
final class MailDates {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("ut", 0),
                    Map.entry("utc", 0),
                    Map.entry("gmt", 0),
                    Map.entry("z", 0),
                    Map.entry("wet", 0),
                    Map.entry("bst", 1),
                    Map.entry("cet", 1),
                    Map.entry("met", 1),
                    Map.entry("cest", 2),
                    Map.entry("mest", 2),
                    Map.entry("msk", 3),
                    Map.entry("msd", 4),
                    Map.entry("edt", -4),
                    Map.entry("est", -5),
                    Map.entry("cdt", -5),
                    Map.entry("cst", -6),
                    Map.entry("mdt", -6),
                    Map.entry("mst", -7),
                    Map.entry("pdt", -7),
                    Map.entry("pst", -8));
    private static final Pattern STANDARD =
            Pattern.compile(
                    "(?:\\p{L}{2,12}\\.?,?\\s+)?(\\d{1,2})[ -](\\p{L}{3})\\p{L}{0,6}\\.?[ -]"
                            + "(\\d{2,4}),?\\s+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d+)?"
                            + "\\s*([+-]\\d{3,4}|[+-]\\d{2}:\\d{2}|\\p{Alpha}{1,5})?.*");
    private static final Pattern OF_C =
            Pattern.compile(
                    "(?:\\p{L}{3},?\\s+)?(\\p{L}{3})\\s+(\\d{1,2})\\s+"
                            + "(\\d{1,2}):(\\d{2}):(\\d{2})\\s+"
                            + "(?:([+-]\\d{4}|\\p{Alpha}{3,4})\\s+)?(\\d{4}).*");
    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2200;

    private MailDates() {}

    static MailDate read(String written) {
        String text = CleanText.cut(written, 120);
        try {
            return new MailDate(written, parse(text).orElse(null));
        } catch (DateTimeException e) {
            return new MailDate(written, null);
        }
    }

    private static Optional<Instant> parse(String text) {
        Matcher standard = STANDARD.matcher(text);
        if (standard.matches()) {
            LocalDate day = day(standard.group(3), standard.group(2), standard.group(1));
            LocalTime time = time(standard.group(4), standard.group(5), standard.group(6));
            return instant(day, time, offset(standard.group(7)));
        }
        Matcher ofC = OF_C.matcher(text);
        if (ofC.matches()) {
            LocalDate day = day(ofC.group(7), ofC.group(1), ofC.group(2));
            LocalTime time = time(ofC.group(3), ofC.group(4), ofC.group(5));
            return instant(day, time, offset(ofC.group(6)));
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(LocalDate day, LocalTime time, ZoneOffset offset) {
        boolean possible = day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
        return possible ? Optional.of(day.atTime(time).toInstant(offset)) : Optional.empty();
    }

    private static LocalDate day(String year, String month, String day) {
        int written = Integer.parseInt(year);
        int full = written;
        if (year.length() == 2) {
            full = written < 50 ? 2000 + written : 1900 + written;
        } else if (year.length() == 3) {
            full = 1900 + written;
        }
        int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
        return LocalDate.of(full, number, Integer.parseInt(day));
    }

    private static LocalTime time(String hour, String minute, String second) {
        int seconds = second == null ? 0 : Integer.parseInt(second);
        return LocalTime.of(
                Integer.parseInt(hour), Integer.parseInt(minute), Math.min(seconds, 59));
    }

    /** A zone nobody knows counts as UTC, as the standard asks. */
    private static ZoneOffset offset(String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            String padded = zone.length() == 4 ? zone.charAt(0) + "0" + zone.substring(1) : zone;
            return ZoneOffset.of(padded);
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toLowerCase(Locale.ROOT), 0));
    }
}
