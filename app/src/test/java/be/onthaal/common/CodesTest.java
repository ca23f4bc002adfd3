// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void anOvoCodeHasSixDigits() {
        assertThat(OvoCode.parse(" ovo 002949")).contains(new OvoCode("OVO002949"));
        assertThat(OvoCode.parse("OVO02949")).isEmpty();
        assertThat(OvoCode.parse("0VO002949")).isEmpty();
        assertThat(new OvoCode("OVO002949").display()).isEqualTo("OVO002949");
    }

    @Test
    void aNisCodeHasFiveDigits() {
        assertThat(NisCode.parse("11029")).contains(new NisCode("11029"));
        assertThat(NisCode.parse("1102")).isEmpty();
        assertThat(NisCode.parse("110290")).isEmpty();
        assertThat(new NisCode("02000").display()).isEqualTo("02000");
    }
}
