// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.common.Message;
import java.util.List;

/**
 * Why a table decided as it did: kept as jsonb where the outcome is used, so that it can be told
 * for as long as that lives, whatever becomes of the table.
 *
 * @param name of the table, in Dutch
 */
public record Why(String key, int version, String name, List<Fired> fired) {

    public Why {
        fired = List.copyOf(fired);
    }

    /** A row that fired, in the table of this name; no row where a formula had the last word. */
    public record Fired(String table, int row, String note, List<Condition> conditions) {

        public Fired {
            conditions = List.copyOf(conditions);
        }

        /** What a formula made of the rows before it. */
        public static Fired formula(String name) {
            return new Fired(name, 0, "", List.of());
        }

        Message conditionsAsSentence() {
            return conditions.stream()
                    .map(Condition::sentence)
                    .reduce((one, other) -> Message.of("decisions.why.and", one, other))
                    .orElseGet(() -> Message.of("decisions.why.always"));
        }
    }

    /** What the row asks of one input, as FEEL writes it. */
    public record Condition(String input, String test) {

        /** In words where its FEEL is simple, else as it is written. */
        public Message sentence() {
            return ConditionWords.of(input, test);
        }

        /** Whether it is said in words. */
        public boolean isPlain() {
            return !sentence().key().endsWith(".other");
        }
    }

    /**
     * One sentence: "Regel 3 van 'Toewijzing klachten' (versie 2): onderwerp is 'afval'"; the row
     * that decided is the last that fired. Its own table is named where several had a say.
     */
    public Message sentence() {
        if (fired.isEmpty()) {
            return Message.of("decisions.why.formula", name, version);
        }
        Fired last = fired.getLast();
        if (last.row() == 0) {
            return Message.of("decisions.why.formula-in", last.table(), name, version);
        }
        boolean several = fired.stream().anyMatch(one -> !one.table().equals(last.table()));
        return several
                ? Message.of(
                        "decisions.why.row-in",
                        last.row(),
                        last.table(),
                        name,
                        version,
                        last.conditionsAsSentence())
                : Message.of(
                        "decisions.why.row",
                        last.row(),
                        name,
                        version,
                        last.conditionsAsSentence());
    }
}
