// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import java.util.UUID;

/** Names a case. */
public record CaseId(UUID value) {

    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
