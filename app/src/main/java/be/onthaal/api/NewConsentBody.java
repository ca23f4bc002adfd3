// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Channel;
import be.onthaal.common.FreeText;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import java.time.Instant;

/**
 * A customer gave or withdrew his consent.
 *
 * @param text what he was asked, word for word
 */
record NewConsentBody(
        ConsentPurpose purpose,
        Boolean given,
        String textVersion,
        String text,
        Channel channel,
        String proof,
        Instant at) {

    private static final int LONGEST_VERSION = 60;
    private static final int LONGEST = 4_000;

    Consents.Said read() {
        var words =
                new Consent.Text(
                        FreeText.required(
                                textVersion,
                                LONGEST_VERSION,
                                "api.value-missing",
                                "api.value-long"),
                        FreeText.required(text, LONGEST, "api.value-missing", "api.value-long"));
        return new Consents.Said(purpose, given, words, channel, proof, at);
    }
}
