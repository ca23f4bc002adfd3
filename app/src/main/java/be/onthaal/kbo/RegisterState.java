// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which extract the register shows; none before the first one came. */
public record RegisterState(Optional<Shown> shown) {

    /**
     * The extract that is shown.
     *
     * @param counts rows of each table
     */
    public record Shown(ExtractAbout about, Instant since, Map<String, Long> counts) {

        public Shown {
            counts = Map.copyOf(counts);
        }
    }
}
