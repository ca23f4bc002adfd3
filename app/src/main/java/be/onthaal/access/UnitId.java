// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import java.util.UUID;

/** Names a service or team of an authority. */
public record UnitId(UUID value) {

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
