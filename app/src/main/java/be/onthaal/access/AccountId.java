// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.UUID;

/** Names somebody who can sign in. */
public record AccountId(UUID value) {

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
