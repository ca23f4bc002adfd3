// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.FreeText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** What came with a form; every field has a limit, whatever the browser let through. */
record Fields(MultiValueMap<String, String> sent) {

    static final int LINE = 300;
    static final int SUBJECT = 500;
    static final int TEXT = 20_000;
    private static final int MOST_ROWS = 200;

    /** What was typed, or nothing. */
    String text(String name, int longest) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, longest, "desk.too-long");
    }

    /** What was typed; it must say something. */
    String required(String name, int longest) {
        String value = sent.getFirst(name);
        return FreeText.required(
                value == null ? "" : value, longest, "desk.missing", "desk.too-long");
    }

    Optional<String> optional(String name, int longest) {
        return Optional.of(text(name, longest)).filter(value -> !value.isEmpty());
    }

    Optional<UUID> id(String name) {
        return optional(name, 36).map(UUID::fromString);
    }

    /** The rows that were selected. */
    List<UUID> ids(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .limit(MOST_ROWS)
                .map(UUID::fromString)
                .toList();
    }
}
