// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.party.PartyId;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece as somebody registers it.
 *
 * @param source what it was made of, so that it is registered once; a form has an id of its own
 * @param answers the incoming entry that it answers
 */
public record NewEntry(
        Direction direction,
        Piece piece,
        Particulars particulars,
        Placement placement,
        Company company,
        Optional<Source> source,
        Optional<CaseLink> caseLink,
        Optional<EntryId> answers) {

    /** For which unit it is, and how far it may be seen. */
    public record Placement(UnitId unit, Confidentiality confidentiality) {}

    static NewEntry of(Direction direction, NewOutgoing asked) {
        return new NewEntry(
                direction,
                asked.piece(),
                Particulars.usual(asked.piece().channel()),
                new Placement(asked.unit(), asked.confidentiality()),
                Company.NONE,
                asked.source(),
                asked.caseLink(),
                asked.answers());
    }

    /** The same piece under another source. */
    public NewEntry madeOf(Source other) {
        return new NewEntry(
                direction,
                piece,
                particulars,
                placement,
                company,
                Optional.of(other),
                caseLink,
                answers);
    }

    /**
     * Whether an entry is of this very piece, and counts. The subject of an envelope that was
     * opened since says nothing.
     */
    public boolean isKeptIn(RegisterEntry entry) {
        Piece there = entry.piece();
        Particulars more = entry.particulars();
        return entry.handling().state() != RegisterEntry.EntryState.CANCELLED
                && entry.direction() == direction
                && there.on().equals(piece.on())
                && there.correspondent().equals(piece.correspondent())
                && (there.subject().equals(piece.subject()) || piece.subject().isEmpty())
                && more.kind() == particulars.kind()
                && more.paper().barcode().equals(particulars.paper().barcode())
                && more.writing().theirReference().equals(particulars.writing().theirReference());
    }

    /** The customers it is surely from or for. */
    List<PartyId> parties() {
        return Stream.concat(
                        piece.party().stream(),
                        company.others().stream().flatMap(other -> other.known().stream()))
                .distinct()
                .toList();
    }
}
