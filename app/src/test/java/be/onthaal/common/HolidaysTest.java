// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @Test
    void belgiumHasTenLegalHolidays() {
        List<LocalDate> days = Holidays.legal().of(2026).stream().map(Holiday::date).toList();

        assertThat(days)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 7, 21),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void theFlemishFeastIsNoLegalHolidayButAFlemishOne() {
        LocalDate feast = LocalDate.of(2026, 7, 11);

        assertThat(Holidays.legal().contains(feast)).isFalse();
        assertThat(Holidays.flemish().on(feast))
                .contains(new Holiday(feast, "common.holiday.flemish-community"));
    }

    @Test
    void anAuthorityAddsItsOwnDays() {
        LocalDate bridge = LocalDate.of(2026, 5, 15);
        LocalDate fair = LocalDate.of(2026, 9, 7);

        Holidays holidays =
                Holidays.flemish().with(Holiday.bridging(bridge)).with(Holiday.local(fair));

        assertThat(holidays.contains(bridge)).isTrue();
        assertThat(holidays.of(2026)).hasSize(13).contains(Holiday.local(fair));
        assertThat(holidays.of(2027)).hasSize(11);
        assertThat(Holidays.flemish().contains(bridge)).isFalse();
    }

    @Test
    void ascensionAndLabourDayMayFallTogether() {
        LocalDate both = LocalDate.of(2008, 5, 1);

        List<Holiday> holidays = Holidays.legal().of(2008);

        assertThat(holidays).filteredOn(holiday -> holiday.date().equals(both)).hasSize(2);
        assertThat(Holidays.legal().contains(both)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961-04-02", "1981-04-19", "2008-03-23", "2011-04-24", "2024-03-31",
                "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
                "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19"
            })
    void easterFallsWhereTheAlmanacPutsIt(LocalDate easter) {
        assertThat(FeastDay.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void easterAgreesWithTheFullMoonTableOfTheChurch() {
        for (int year = 1900; year < 2300; year++) {
            assertThat(FeastDay.easter(year)).isEqualTo(sundayAfterFullMoon(year));
        }
    }

    @Test
    void theQuickAnswerPerDayAgreesWithTheListPerYear() {
        Holidays holidays = Holidays.flemish();
        for (int year = 1995; year < 2095; year++) {
            List<LocalDate> listed = holidays.of(year).stream().map(Holiday::date).toList();

            LocalDate first = LocalDate.of(year, 1, 1);
            List<LocalDate> asked =
                    first.datesUntil(first.plusYears(1)).filter(holidays::contains).toList();

            assertThat(asked).isEqualTo(listed.stream().distinct().toList());
        }
    }

    /** Knuth's formulation: the first Sunday after the ecclesiastical full moon. */
    private static LocalDate sundayAfterFullMoon(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int skippedLeapYears = 3 * century / 4 - 12;
        int moonCorrection = (8 * century + 5) / 25 - 5;
        int epact = Math.floorMod(11 * golden + 20 + moonCorrection - skippedLeapYears, 30);
        if ((epact == 25 && golden > 11) || epact == 24) {
            epact++;
        }
        int fullMoon = epact > 23 ? 74 - epact : 44 - epact;
        LocalDate moon = LocalDate.of(year, 3, 1).plusDays(fullMoon - 1);
        return moon.plusDays(7 - moon.getDayOfWeek().getValue() % 7);
    }
}
