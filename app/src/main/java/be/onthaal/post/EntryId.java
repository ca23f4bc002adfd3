// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import java.util.UUID;

/** Names an entry of the register. */
public record EntryId(UUID value) {

    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
