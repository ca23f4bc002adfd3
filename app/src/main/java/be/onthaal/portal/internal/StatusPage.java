// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.cases.model.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody reads behind his private link.
 *
 * @param fresh true right after sending
 * @param link the private link, shown once to keep
 * @param words where it stands in the words of the type of its case
 * @param actionNeeded whether it waits for him
 */
public record StatusPage(
        boolean fresh,
        String link,
        String subject,
        Instant receivedAt,
        Step step,
        Optional<String> number,
        Optional<LocalDate> dueOn,
        Words words,
        boolean actionNeeded) {

    /** How far it is. */
    public enum Step {
        RECEIVED,
        IN_TREATMENT,
        ANSWERED,
        CLOSED;

        /** True when this step is behind. */
        public boolean before(Step other) {
            return ordinal() < other.ordinal();
        }
    }
}
