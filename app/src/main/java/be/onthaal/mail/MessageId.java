// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.util.UUID;

/** Names a message that came in. */
public record MessageId(UUID value) {

    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
