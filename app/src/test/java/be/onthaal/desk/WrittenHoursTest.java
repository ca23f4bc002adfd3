// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.common.OpenInterval;
import be.onthaal.common.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours are understood as people type them. */
class WrittenHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.00-12.00, 13.30-16.00 | 9.00-12.00, 13.30-16.00",
                "9-12 | 9.00-12.00",
                "9u30 – 12u | 9.30-12.00",
                "09:00-12:30;14:00-17:00 | 9.00-12.30, 14.00-17.00",
                "18-24 | 18.00-24.00"
            })
    void manyWaysOfWritingMeanTheSame(String typed, String meant) {
        assertThat(WrittenHours.write(WrittenHours.read(typed))).isEqualTo(meant);
    }

    @Test
    void nothingIsClosed() {
        assertThat(WrittenHours.read("  ")).isEmpty();
        assertThat(WrittenHours.write(WrittenHours.read("")).isEmpty()).isTrue();
        assertThat(WrittenHours.read("0-24")).containsExactly(OpenInterval.WHOLE_DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de hele dag", "9-", "25-26", "9.75-10", "12-9", "<b>", "9-12-14"})
    void whatIsUnclearIsRefused(String typed) {
        assertThatThrownBy(() -> WrittenHours.read(typed)).isInstanceOf(Refused.class);
    }
}
