// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.organisation.Unit;
import be.onthaal.party.PartySummary;
import be.onthaal.post.Alike;
import be.onthaal.post.Book;
import be.onthaal.post.PieceKind;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.RegisterEntry.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pile of post, registered one piece after the other with one form that stays.
 *
 * @param typed what stands in the fields, by their name
 * @param problems the sentence about a field, by its name
 * @param done the entry that was just made
 * @param alike entries that look like the one that was typed, which therefore is not made yet
 */
public record PilePage(
        Direction direction,
        Map<String, String> typed,
        Map<String, String> problems,
        Choices choices,
        Optional<RegisterEntry> done,
        List<Alike> alike) {

    /** The fields that are asked of each piece; the others are folded away. */
    private static final List<String> FOLDED =
            List.of(
                    "theirs",
                    "ours",
                    "dated",
                    "annexes",
                    "place",
                    "barcode",
                    "due",
                    "others",
                    "copies",
                    "late",
                    "unopened",
                    "answers");

    /** What one chooses from. */
    public record Choices(List<Unit> units, List<Book> books) {

        /** The kinds of piece that somebody registers by hand. */
        public List<PieceKind> kinds() {
            return List.of(PieceKind.values());
        }

        public List<Confidentiality> levels() {
            return List.of(Confidentiality.values());
        }
    }

    /** Customers that the sender may be. */
    public record Senders(List<PartySummary> found) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean chosen(String field, Object value) {
        return value(field).equals(value.toString());
    }

    /** Whether one of several is chosen. */
    public boolean among(String field, Object value) {
        return List.of(value(field).split(" ")).contains(value.toString());
    }

    public boolean incoming() {
        return direction == Direction.IN;
    }

    /** Where the next key goes: to what is wrong, to the question, or to the first field. */
    public boolean startsAt(String field) {
        if (!alike.isEmpty()) {
            return field.equals("sure");
        }
        return field.equals(problems.keySet().stream().findFirst().orElse("sender"));
    }

    /** Whether a field that is folded away says something. */
    public boolean unfolded() {
        return FOLDED.stream()
                .anyMatch(field -> !value(field).isEmpty() || problems.containsKey(field));
    }
}
