// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OnthaalExceptionTest {

    @Test
    void aRefusalCarriesItsCodeAndWhatTheTextNeeds() {
        LocalDate date = LocalDate.of(2026, 11, 22);

        var refused = new Refused("cases.closed", date, 3);

        assertThat(refused.code()).isEqualTo("cases.closed");
        assertThat(refused.arguments()).containsExactly(date, 3);
    }

    @Test
    void logsSeeTheCodeAndNoArguments() {
        assertThat(new Conflict("reservations.overlap", "secret"))
                .hasMessage("reservations.overlap")
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void aCodeIsNoSentence() {
        assertThatThrownBy(() -> new NotFound("The case was not found"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NotFound("cases"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEdgeCanTellTheThreeApartWithoutADefault() {
        OnthaalException thrown = new NotFound("cases.unknown");

        int status =
                switch (thrown) {
                    case NotFound _ -> 404;
                    case Refused _ -> 422;
                    case Conflict _ -> 409;
                };

        assertThat(status).isEqualTo(404);
    }
}
