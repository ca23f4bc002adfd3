// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What came with a form; every field has a limit, whatever the browser let through. */
record Fields(MultiValueMap<String, String> sent) {

    static final int LINE = 300;
    static final int SUBJECT = 500;
    static final int TEXT = 20_000;
    private static final int MOST_ROWS = 200;
    private static final int MOST_CHOICES = 50;
    private static final int CHOICE = 100;

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

    /** What was chosen of several; what was left empty is no choice. */
    List<String> choices(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .limit(MOST_CHOICES)
                .map(value -> FreeText.clean(value, CHOICE, "desk.too-long"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The fields whose names begin like this, by what follows; one left empty is not there. */
    Map<String, String> beginning(String with) {
        return sent.keySet().stream()
                .filter(name -> name.startsWith(with))
                .limit(MOST_CHOICES)
                .filter(name -> !text(name, LINE).isEmpty())
                .collect(
                        Collectors.toUnmodifiableMap(
                                name -> name.substring(with.length()), name -> text(name, LINE)));
    }

    /** A day, if one was given. */
    Optional<LocalDate> day(String name) {
        try {
            return optional(name, 10).map(LocalDate::parse);
        } catch (DateTimeParseException wrong) {
            throw new Refused("desk.date-wrong");
        }
    }

    /** The fields that stand in an address. */
    static Fields address(String query) {
        MultiValueMap<String, String> inside = new LinkedMultiValueMap<>();
        for (String pair : query.split("&")) {
            String[] both = pair.split("=", 2);
            if (both.length == 2) {
                inside.add(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return new Fields(inside);
    }

    /** The rows that were selected. */
    List<UUID> ids(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .limit(MOST_ROWS)
                .map(UUID::fromString)
                .toList();
    }
}
