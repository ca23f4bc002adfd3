// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.organisation.Unit;
import be.onthaal.post.PieceKind;
import be.onthaal.scanning.ScanStack;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Trays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits, what is being read and what was thrown away.
 *
 * @param words whether words can be read here at all
 */
public record TrayPage(
        List<ScannedPiece> pieces,
        List<ScanStack> stacks,
        List<Trays.Discarded> discarded,
        Choices choices,
        boolean words) {

    /** What one chooses from, and what units are called. */
    public record Choices(
            List<Unit> units, Map<UnitId, String> names, Set<UnitId> own, boolean handles) {

        public List<Confidentiality> levels() {
            return List.of(Confidentiality.values());
        }

        public List<PieceKind> kinds() {
            return List.of(
                    PieceKind.LETTER,
                    PieceKind.REGISTERED,
                    PieceKind.BY_HAND,
                    PieceKind.FAX,
                    PieceKind.FORM);
        }

        /** The unit that whoever scans works for. */
        public boolean usual(Unit unit) {
            return units.stream()
                    .map(Unit::id)
                    .filter(own::contains)
                    .findFirst()
                    .filter(unit.id()::equals)
                    .isPresent();
        }
    }

    public String unitName(ScannedPiece piece) {
        return choices.names().getOrDefault(piece.placement().unit(), "");
    }

    public String unitName(ScanStack stack) {
        return choices.names().getOrDefault(stack.unit(), "");
    }

    /** The first that can be registered now. */
    public List<ScannedPiece> first() {
        return pieces.stream().filter(ScannedPiece::waits).limit(1).toList();
    }

    public boolean busy() {
        return stacks.stream().anyMatch(ScanStack::busy)
                || pieces.stream().anyMatch(piece -> !piece.waits());
    }
}
