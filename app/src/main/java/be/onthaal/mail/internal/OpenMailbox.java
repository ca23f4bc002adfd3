// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.spi.MailAccount;
import java.util.Optional;

/**
 * A mailbox as its reader knows it.
 *
 * @param address what people write to
 * @param position up to where it was taken over; absent when it was never read
 */
record OpenMailbox(
        MailboxId id,
        UnitId unit,
        String address,
        Confidentiality confidentiality,
        MailAccount account,
        Optional<Position> position) {

    /** Numbers count within one validity; when that changes, everything is looked at again. */
    record Position(long uidValidity, long lastUid) {}
}
