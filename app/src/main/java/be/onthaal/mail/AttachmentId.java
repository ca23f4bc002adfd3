// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.util.UUID;

/** Names a part of a message. */
public record AttachmentId(UUID value) {

    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
