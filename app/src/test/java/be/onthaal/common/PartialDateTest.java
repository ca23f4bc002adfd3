// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2000-00-00, 2000-00-00, 2000",
        "2000, 2000-00-00, 2000",
        "20000000, 2000-00-00, 2000",
        "2000-05-00, 2000-05-00, 05/2000",
        "2000-05, 2000-05-00, 05/2000",
        "5/2000, 2000-05-00, 05/2000",
        "00/05/2000, 2000-05-00, 05/2000",
        "2000-05-31, 2000-05-31, 31/05/2000",
        "31/5/2000, 2000-05-31, 31/05/2000",
        "31.05.2000, 2000-05-31, 31/05/2000",
        "20000531, 2000-05-31, 31/05/2000"
    })
    void registersAndPeopleWriteDatesInManyWays(String text, String stored, String shown) {
        PartialDate date = PartialDate.parse(text).orElseThrow();

        assertThat(date).hasToString(stored);
        assertThat(date.display()).isEqualTo(shown);
        assertThat(PartialDate.parse(stored)).contains(date);
        assertThat(PartialDate.parse(shown)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00",
                "2000-00-15",
                "2000-13-01",
                "2001-02-29",
                "31/04/2000",
                "200",
                "2000-5-31T00:00",
                "2000-",
                "12345678901",
                "-2000",
                "2000-05-311"
            })
    void whatIsNoDateIsNotRead(String text) {
        assertThat(PartialDate.parse(text)).isEmpty();
    }

    @Test
    void aYearAloneMayBeAnyDayOfIt() {
        var year = new PartialDate(2000, 0, 0);

        assertThat(year.earliest()).isEqualTo("2000-01-01");
        assertThat(year.latest()).isEqualTo("2000-12-31");
        assertThat(year.toLocalDate()).isEmpty();
        assertThat(year.isComplete()).isFalse();
    }

    @Test
    void aMonthAloneMayBeAnyDayOfIt() {
        var february = new PartialDate(2000, 2, 0);

        assertThat(february.earliest()).isEqualTo("2000-02-01");
        assertThat(february.latest()).isEqualTo("2000-02-29");
    }

    @Test
    void aCompleteDateIsThatDay() {
        LocalDate day = LocalDate.of(1985, 7, 30);

        PartialDate date = PartialDate.of(day);

        assertThat(date.toLocalDate()).contains(day);
        assertThat(date.earliest()).isEqualTo(day);
        assertThat(date.latest()).isEqualTo(day);
    }

    @Test
    void datesMayBeEqualUnlessWhatIsKnownDiffers() {
        var year = new PartialDate(2000, 0, 0);
        var may = new PartialDate(2000, 5, 0);
        var june = new PartialDate(2000, 6, 1);

        assertThat(year.mayEqual(may)).isTrue();
        assertThat(june.mayEqual(year)).isTrue();
        assertThat(may.mayEqual(june)).isFalse();
    }

    @Test
    void aDayWithoutAMonthIsNoDate() {
        assertThatThrownBy(() -> new PartialDate(2000, 0, 15))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartialDate(2001, 2, 29))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
