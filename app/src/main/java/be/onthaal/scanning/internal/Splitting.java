// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.scanning.Sheet;
import be.onthaal.scanning.SheetCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one piece ends and the next begins: at each sheet of ours. Blank sides belong to no piece,
 * and one that could not be read is a piece by itself until somebody has looked.
 */
final class Splitting {

    private Splitting() {}

    /**
     * The sheets of one piece.
     *
     * @param cover what its cover sheet says of it
     */
    record Part(List<Sheet> sheets, Optional<SheetCode.Cover> cover) {

        /** Whether it is one side that nobody could read. */
        boolean unreadable() {
            return sheets.getFirst().state() == Sheet.State.UNREADABLE;
        }
    }

    /** The parts of a stack, in order. */
    static List<Part> of(List<Sheet> sheets) {
        List<Part> parts = new ArrayList<>();
        List<Sheet> run = new ArrayList<>();
        Optional<SheetCode.Cover> cover = Optional.empty();
        for (Sheet sheet : sheets) {
            if (sheet.state() == Sheet.State.UNREADABLE) {
                cover = ended(parts, run, cover);
                parts.add(new Part(List.of(sheet), cover));
                continue;
            }
            switch (sheet.kind()) {
                case PAGE -> run.add(sheet);
                case BLANK -> {}
                case SEPARATOR, COVER -> {
                    ended(parts, run, cover);
                    cover =
                            SheetCode.read(sheet.code())
                                    .filter(SheetCode.Cover.class::isInstance)
                                    .map(SheetCode.Cover.class::cast);
                }
            }
        }
        ended(parts, run, cover);
        return List.copyOf(parts);
    }

    /** What is not said by another sheet yet goes on to be said. */
    private static Optional<SheetCode.Cover> ended(
            List<Part> parts, List<Sheet> run, Optional<SheetCode.Cover> cover) {
        if (!run.isEmpty()) {
            parts.add(new Part(List.copyOf(run), cover));
            run.clear();
        }
        return cover;
    }
}
