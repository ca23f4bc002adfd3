// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.util.UUID;

/** Names a mailbox. */
public record MailboxId(UUID value) {

    public static MailboxId of(String text) {
        return new MailboxId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
