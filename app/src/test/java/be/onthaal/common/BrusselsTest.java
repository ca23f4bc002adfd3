// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BrusselsTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void lateInTheEveningInLondonItIsAlreadyTomorrow() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T22:30:00Z"), ZoneOffset.UTC);

        LocalDate today = Brussels.today(clock);

        assertThat(today).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(Brussels.date(clock.instant())).isEqualTo(today);
        assertThat(Brussels.dateTime(clock.instant())).isEqualTo(today.atTime(0, 30));
    }

    @Test
    void aDayLastsTwentyThreeHoursInMarchAndTwentyFiveInOctober() {
        assertThat(lengthOf(SPRING)).hasHours(23);
        assertThat(lengthOf(AUTUMN)).hasHours(25);
        assertThat(lengthOf(AUTUMN.plusDays(1))).hasHours(24);
    }

    @Test
    void aSkippedTimeMovesOnAndATimeThatComesTwiceMeansTheFirst() {
        LocalDateTime skipped = SPRING.atTime(2, 30);
        LocalDateTime twice = AUTUMN.atTime(2, 30);

        assertThat(Brussels.instant(skipped)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(Brussels.instant(twice)).isEqualTo("2026-10-25T00:30:00Z");
    }

    private static Duration lengthOf(LocalDate date) {
        return Duration.between(Brussels.startOfDay(date), Brussels.endOfDay(date));
    }
}
