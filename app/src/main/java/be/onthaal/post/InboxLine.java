// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import java.time.Instant;

/** An entry that waits for somebody. */
public record InboxLine(
        EntryId id,
        PublicNumber number,
        Piece piece,
        Instant registeredAt,
        UnitId unit,
        Confidentiality confidentiality) {}
