// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.PartyId;
import be.onthaal.post.EntryId;
import be.onthaal.post.InboxLine;
import be.onthaal.post.Piece;
import be.onthaal.post.RegisterEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A piece that came in or went out, as the register has it. */
record EntryItem(
        UUID id,
        String number,
        Channel channel,
        LocalDate on,
        String subject,
        String correspondent,
        Optional<UUID> party,
        Instant registeredAt,
        UUID unit) {

    static EntryItem of(InboxLine line) {
        return of(line.id(), line.number(), line.piece(), line.registeredAt(), line.unit());
    }

    static EntryItem of(RegisterEntry entry) {
        return of(
                entry.id(),
                entry.number(),
                entry.piece(),
                entry.filing().at(),
                entry.filing().unit());
    }

    private static EntryItem of(
            EntryId id, PublicNumber number, Piece piece, Instant registeredAt, UnitId unit) {
        return new EntryItem(
                id.value(),
                number.display(),
                piece.channel(),
                piece.on(),
                piece.subject(),
                piece.correspondent(),
                piece.party().map(PartyId::value),
                registeredAt,
                unit.value());
    }
}
