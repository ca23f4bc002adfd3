// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.FreeText;
import be.onthaal.party.ContactPoint;
import java.util.Optional;

/** A way to reach a customer. */
record NewPointBody(ContactPoint.Kind kind, String value, Optional<Boolean> preferred) {

    private static final int LONGEST = 500;

    ContactPoint read() {
        String clean = FreeText.required(value, LONGEST, "api.value-missing", "api.value-long");
        return new ContactPoint(kind, clean, "API", preferred.orElse(false));
    }
}
