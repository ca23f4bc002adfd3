// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.post.RegisterEntry;
import be.onthaal.scanning.ScannedPiece;
import be.onthaal.scanning.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One piece beside the form that registers it.
 *
 * @param typed what stands in the fields, by their name
 * @param problem what is wrong with it; empty when nothing is
 * @param done the entry that was made just before
 * @param left how many wait, this one included
 */
public record PiecePage(
        ScannedPiece piece,
        List<Sheet> sheets,
        TrayPage.Choices choices,
        Map<String, String> typed,
        String problem,
        Optional<RegisterEntry> done,
        int left) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean chosen(String field, Object value) {
        return value(field).equals(value.toString());
    }

    /** Where the next key goes: to what is still missing, or to the button when nothing is. */
    public boolean startsAt(String field) {
        String first =
                !problem.isEmpty() || value("sender").isEmpty()
                        ? "sender"
                        : value("subject").isEmpty() ? "subject" : "register";
        boolean ready = piece.placement().unopened() && problem.isEmpty();
        return field.equals(ready ? "register" : first);
    }

    public boolean canRegister() {
        return piece.waits() && piece.file().isPresent();
    }

    /** Whether a field that is folded away says something. */
    public boolean unfolded() {
        return !problem.isEmpty() || !value("late").isEmpty();
    }

    public String unitName() {
        return choices.names().getOrDefault(piece.placement().unit(), "");
    }
}
