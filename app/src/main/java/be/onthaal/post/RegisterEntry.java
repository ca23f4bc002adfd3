// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A numbered, dated entry of a piece that came in or went out. */
public record RegisterEntry(
        EntryId id,
        Direction direction,
        PublicNumber number,
        Piece piece,
        Filing filing,
        Handling handling,
        Optional<CaseLink> caseLink,
        Optional<EntryId> answers,
        Particulars particulars) {

    /** In or out. */
    public enum Direction {
        IN("I"),
        OUT("U");

        private final String prefix;

        Direction(String prefix) {
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    /** When and by whom it was registered, for whom, and who may see it. */
    public record Filing(
            Instant at,
            String by,
            UnitId unit,
            Confidentiality confidentiality,
            Optional<Source> source) {}

    /** What became of it. */
    public record Handling(
            EntryState state,
            Optional<Instant> at,
            Optional<String> by,
            Optional<String> outcome) {}

    /** Where it stands. */
    public enum EntryState {
        OPEN,
        HANDLED,
        CANCELLED
    }

    /** Whether its term is over and nobody handled it. */
    public boolean overdueOn(LocalDate today) {
        return handling.state() == EntryState.OPEN
                && particulars.care().dueOn().filter(today::isAfter).isPresent();
    }

    /** The customer it is surely from or for. */
    public List<PartyId> parties() {
        return piece.party().stream().toList();
    }

    /** Whether a piece of this direction may be its answer. */
    boolean answeredBy(Direction other) {
        return direction == Direction.IN && other == Direction.OUT;
    }

    RegisterEntry filedFor(UnitId unit) {
        return filedFor(unit, filing.confidentiality());
    }

    /** For this unit, and at least as confidential as it was; in another unit nobody has it yet. */
    RegisterEntry filedFor(UnitId unit, Confidentiality level) {
        var higher =
                level.compareTo(filing.confidentiality()) > 0 ? level : filing.confidentiality();
        var filed = new Filing(filing.at(), filing.by(), unit, higher, filing.source());
        Particulars there =
                unit.equals(filing.unit())
                        ? particulars
                        : particulars.with(particulars.care().handledBy(Optional.empty()));
        return new RegisterEntry(
                id, direction, number, piece, filed, handling, caseLink, answers, there);
    }

    RegisterEntry handled(Handling now) {
        return new RegisterEntry(
                id, direction, number, piece, filing, now, caseLink, answers, particulars);
    }

    RegisterEntry in(CaseLink link) {
        return new RegisterEntry(
                id,
                direction,
                number,
                piece,
                filing,
                handling,
                Optional.of(link),
                answers,
                particulars);
    }

    RegisterEntry saying(Piece other, Particulars more) {
        return new RegisterEntry(
                id, direction, number, other, filing, handling, caseLink, answers, more);
    }

    RegisterEntry answering(EntryId incoming) {
        return new RegisterEntry(
                id,
                direction,
                number,
                piece,
                filing,
                handling,
                caseLink,
                Optional.of(incoming),
                particulars);
    }
}
