// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.dispatch;

import java.util.UUID;

/** Names a sending. */
public record DispatchId(UUID value) {

    public static DispatchId of(String text) {
        return new DispatchId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
