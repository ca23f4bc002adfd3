// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells of one row by the names of their columns; an empty cell says nothing. */
public record Cells(Map<String, String> values) {

    private static final List<DateTimeFormatter> DATES =
            Stream.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
                    .map(form ->
                            DateTimeFormatter.ofPattern(form, Locale.ROOT)
                                    .withResolverStyle(ResolverStyle.STRICT))
                    .toList();
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00(\\.0+)?)?Z?$");

    /** A spreadsheet writes 42 as 42,0 when it takes it for a measure. */
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(?:[.,]0+)?");

    public Cells {
        values = Map.copyOf(values);
    }

    public String text(String column) {
        return values.getOrDefault(column, "");
    }

    public Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    public String required(String column) {
        return optional(column).orElseThrow(() -> new Refused("moving.cell-missing", column));
    }

    /**
     * A day as people and spreadsheets write it: 2026-03-01, 1/3/2026, with or without midnight.
     */
    public Optional<LocalDate> date(String column) {
        return optional(column).map(text -> date(text, column));
    }

    public int number(String column) {
        var written = WHOLE.matcher(required(column).replace(" ", "").replace("\u00a0", ""));
        if (!written.matches()) {
            throw new Refused("moving.number-wrong", column);
        }
        return Integer.parseInt(written.group(1));
    }

    private static LocalDate date(String text, String column) {
        String day = MIDNIGHT.matcher(text).replaceFirst("");
        for (DateTimeFormatter form : DATES) {
            try {
                LocalDate date = LocalDate.parse(day, form);
                if (date.getYear() >= 1800 && date.getYear() < 3000) {
                    return date;
                }
            } catch (DateTimeException otherForm) {
                continue;
            }
        }
        throw new Refused("moving.date-wrong", column);
    }
}
