// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing.internal;

import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** What came with a form or an address; every field has a limit. */
record SentFields(MultiValueMap<String, String> sent) {

    private static final int LONGEST = 10_000;

    String text(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : FreeText.clean(value, LONGEST, "routing.word-long");
    }

    boolean checked(String name) {
        return !text(name).isEmpty();
    }

    /** Words apart by commas or on lines of their own. */
    List<String> words(String name) {
        return Stream.of(text(name).split("[,;\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    List<String> choices(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .limit(RuleChecks.MOST_WORDS + 1L)
                .map(value -> FreeText.clean(value, LONGEST, "routing.word-long"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    <E extends Enum<E>> Optional<E> one(String name, Class<E> of) {
        return Optional.of(text(name))
                .filter(value -> !value.isEmpty())
                .map(value -> Enum.valueOf(of, value));
    }

    /** The revision that the page showed; one that never was, when it sends none. */
    int revision() {
        return number("revision", -1);
    }

    int number(String name, int otherwise) {
        String value = text(name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    LocalDate day(String name, LocalDate otherwise) {
        String value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException nonsense) {
            throw new Refused("routing.no-day");
        }
    }
}
