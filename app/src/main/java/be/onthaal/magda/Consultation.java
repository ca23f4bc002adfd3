// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.party.register.Occasion;
import java.time.Instant;
import java.util.UUID;

/**
 * A question as the log keeps it from before it leaves.
 *
 * @param id also the reference under which MAGDA knows it
 */
record Consultation(
        UUID id, Question<?> question, Sender sender, Occasion occasion, Instant askedAt) {

    MagdaService service() {
        return question.service();
    }

    String reference() {
        return id.toString();
    }
}
