// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The feasts that return every year: the ten legal holidays (law of 4 January 1974, KB of 18 April
 * 1974, art. 1) and the feast of the Flemish Community (decree of 7 November 1990).
 */
public enum FeastDay {
    NEW_YEAR(Month.JANUARY, 1),
    EASTER_MONDAY(1),
    LABOUR_DAY(Month.MAY, 1),
    ASCENSION(39),
    WHIT_MONDAY(50),
    FLEMISH_COMMUNITY(Month.JULY, 11),
    NATIONAL_DAY(Month.JULY, 21),
    ASSUMPTION(Month.AUGUST, 15),
    ALL_SAINTS(Month.NOVEMBER, 1),
    ARMISTICE(Month.NOVEMBER, 11),
    CHRISTMAS(Month.DECEMBER, 25);

    private final @Nullable MonthDay fixed;
    private final int daysAfterEaster;

    FeastDay(Month month, int day) {
        this.fixed = MonthDay.of(month, day);
        this.daysAfterEaster = 0;
    }

    FeastDay(int daysAfterEaster) {
        this.fixed = null;
        this.daysAfterEaster = daysAfterEaster;
    }

    /** Whether everybody in Belgium is free; the Flemish feast binds only Flemish services. */
    public boolean isLegal() {
        return this != FLEMISH_COMMUNITY;
    }

    public LocalDate in(int year) {
        return fixed != null ? fixed.atYear(year) : easter(year).plusDays(daysAfterEaster);
    }

    /** Quick answer that spares computing Easter for every day of the year. */
    boolean mayFallIn(Month month) {
        return fixed != null
                ? fixed.getMonth() == month
                : month.compareTo(Month.MARCH) >= 0 && month.compareTo(Month.JUNE) <= 0;
    }

    /** The key of its name in the message bundles. */
    public String nameKey() {
        return "common.holiday." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moonShift = (8 * century + 13) / 25;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
