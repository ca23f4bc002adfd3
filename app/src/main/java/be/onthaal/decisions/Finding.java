// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import be.onthaal.common.Message;
import java.util.Optional;

/** What is to be said of a model or an outcome, and where. */
public record Finding(Weight weight, Message what, Optional<Place> where) {

    /** Whether it stands in the way of publishing. */
    public enum Weight {
        ERROR,
        WARNING
    }

    public static Finding error(Place where, String key, Object... arguments) {
        return new Finding(Weight.ERROR, Message.of(key, arguments), Optional.of(where));
    }

    public static Finding error(String key, Object... arguments) {
        return new Finding(Weight.ERROR, Message.of(key, arguments), Optional.empty());
    }

    public static Finding warning(Place where, String key, Object... arguments) {
        return new Finding(Weight.WARNING, Message.of(key, arguments), Optional.of(where));
    }

    public boolean stops() {
        return weight == Weight.ERROR;
    }

    /** One sentence, with its place before it. */
    public Message sentence() {
        return where.map(place -> Message.of("decisions.at", said(place), what)).orElse(what);
    }

    private static Message said(Place place) {
        if (place.row().isPresent() && place.column().isPresent()) {
            return Message.of(
                    "decisions.place.cell", place.table(), place.row().get(), place.column().get());
        }
        return place.row()
                .map(row -> Message.of("decisions.place.row", place.table(), row))
                .orElseGet(() -> Message.of("decisions.place.table", place.table()));
    }
}
