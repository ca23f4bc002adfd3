// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date of which only the year may be known, as registers keep births; 0 means not known. */
public record PartialDate(int year, int month, int day) {

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST = 40;
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?:(?:([0-9]{1,2})[-/.])?([0-9]{1,2})[-/.])([0-9]{4})");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    public PartialDate {
        if (!exists(year, month, day)) {
            throw new IllegalArgumentException("No such date");
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads {@code 2000-00-00}, {@code 2000-05}, {@code 2000}, {@code 20000531} and the Belgian
     * {@code 31/05/2000} and {@code 05/2000}.
     */
    public static Optional<PartialDate> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String date = text.strip();
        Matcher compact = COMPACT.matcher(date);
        if (compact.matches()) {
            return of(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        if (yearFirst.matches()) {
            return of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher yearLast = YEAR_LAST.matcher(date);
        if (yearLast.matches()) {
            return of(yearLast.group(3), yearLast.group(2), yearLast.group(1));
        }
        return Optional.empty();
    }

    public boolean isComplete() {
        return day != 0;
    }

    public Optional<LocalDate> toLocalDate() {
        return isComplete() ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** The first day it can have been. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** The last day it can have been. */
    public LocalDate latest() {
        if (isComplete()) {
            return LocalDate.of(year, month, day);
        }
        return month == 0 ? LocalDate.of(year, 12, 31) : YearMonth.of(year, month).atEndOfMonth();
    }

    /** Whether both may be the same day, for comparing persons of two registers. */
    public boolean mayEqual(PartialDate other) {
        return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
    }

    /** As Belgians write it, with only what is known: 31/05/2000, 05/2000 or 2000. */
    public String display() {
        if (month == 0) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return isComplete()
                ? String.format(Locale.ROOT, "%02d/%02d/%04d", day, month, year)
                : String.format(Locale.ROOT, "%02d/%04d", month, year);
    }

    /** The notation of the registers, which {@link #parse} reads back: 2000-00-00. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    private static Optional<PartialDate> of(
            String year, @Nullable String month, @Nullable String day) {
        int y = Integer.parseInt(year);
        int m = orZero(month);
        int d = orZero(day);
        return exists(y, m, d) ? Optional.of(new PartialDate(y, m, d)) : Optional.empty();
    }

    private static int orZero(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static boolean exists(int year, int month, int day) {
        if (year < 1 || year > LAST_YEAR || month < 0 || month > 12 || day < 0) {
            return false;
        }
        return month == 0 ? day == 0 : day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
