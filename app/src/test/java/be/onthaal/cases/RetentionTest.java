// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.cases.model.Retention;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 1, 2027-03-02",
        "2026-12-31, 5, 2031-12-31",
        "2028-02-29, 1, 2029-02-28",
        "2028-02-29, 4, 2032-02-29",
        "2027-02-28, 1, 2028-02-29",
        "2028-02-28, 1, 2029-02-28",
        "2027-03-01, 1, 2028-03-01",
        "2026-01-01, 30, 2056-01-01"
    })
    void isKeptUntilTheSameDayYearsLater(LocalDate closed, int years, LocalDate until) {
        assertThat(new Retention(Retention.Action.DESTROY, years).until(closed)).contains(until);
        assertThat(new Retention(Retention.Action.SAMPLE, years).until(closed)).contains(until);
    }

    @Test
    void whatIsKeptForEverHasNoEnd() {
        assertThat(new Retention(Retention.Action.KEEP, 0).until(LocalDate.of(2026, 3, 2)))
                .isEmpty();
    }

    @Test
    void destroyingWithoutATermIsNotARule() {
        assertThat(new Retention(Retention.Action.DESTROY, 0).complete()).isFalse();
        assertThat(new Retention(Retention.Action.SAMPLE, -1).complete()).isFalse();
        assertThat(new Retention(Retention.Action.KEEP, 0).complete()).isTrue();
    }
}
