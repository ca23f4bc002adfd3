// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.common.Message;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.SheetRow;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that is brought in, and what became of it.
 *
 * @param seq its place among all rows of the transfer
 * @param key under which the other system knows it
 */
public record Line(int seq, SheetRow row, String key, Optional<Outcome> outcome) {

    /** The separator in keys of more than one part; no cell holds it. */
    private static final char AND = '\n';

    /** Longer keys find no place in an index; such rows are refused. */
    static final int LONGEST_KEY = 500;

    /** What became of it, why, and what it is here. */
    public record Outcome(Verdict verdict, Optional<Message> reason, Optional<UUID> ref) {

        static Outcome of(Verdict verdict) {
            return new Outcome(verdict, Optional.empty(), Optional.empty());
        }

        static Outcome of(Verdict verdict, UUID ref) {
            return new Outcome(verdict, Optional.empty(), Optional.of(ref));
        }

        static Outcome of(Verdict verdict, String why, Object... arguments) {
            return new Outcome(
                    verdict, Optional.of(Message.of("error." + why, arguments)), Optional.empty());
        }
    }

    Cells cells() {
        return row.cells();
    }

    /** What may not come twice in one transfer. */
    static String key(SheetRow row) {
        Cells cells = row.cells();
        String key =
                switch (row.sheet()) {
                    case PARTIES, CASES -> cells.text("key");
                    case EMPLOYEES ->
                            email(cells.text("email"))
                                    + AND
                                    + cells.text("role")
                                    + AND
                                    + cells.text("unit");
                    case DOCUMENTS -> cells.text("case") + AND + cells.text("file");
                    case NUMBERS ->
                            cells.text("register").toLowerCase(Locale.ROOT)
                                    + AND
                                    + cells.text("year");
                };
        return shortened(key);
    }

    /**
     * By what else other rows may know it: an enterprise or a person by the number, a colleague by
     * his mail.
     */
    static String alias(SheetRow row) {
        String alias =
                switch (row.sheet()) {
                    case PARTIES ->
                            row.cells()
                                    .optional("enterprise_number")
                                    .or(() -> row.cells().optional("national_number"))
                                    .orElse("")
                                    .replaceAll("[^0-9]", "");
                    case EMPLOYEES -> email(row.cells().text("email"));
                    case CASES, DOCUMENTS, NUMBERS -> "";
                };
        return shortened(alias);
    }

    /** Its key as people may read it. */
    public String shownKey() {
        return key.replace(AND, ' ').strip();
    }

    public Sheet sheet() {
        return row.sheet();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEY));
    }

    static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
