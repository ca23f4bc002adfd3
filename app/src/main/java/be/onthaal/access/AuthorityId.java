// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.UUID;

/** Names a municipality, OCMW or agency. */
public record AuthorityId(UUID value) {

    public static AuthorityId of(String text) {
        return new AuthorityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
