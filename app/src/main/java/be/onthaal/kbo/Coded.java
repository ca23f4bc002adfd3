// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import java.util.Map;

/**
 * A code of the register with what it means, as the code file of the extract says it.
 *
 * @param words by language (ISO 639); the register has Dutch and French of everything
 */
public record Coded(String code, Map<String, String> words) {

    public Coded {
        words = Map.copyOf(words);
    }

    /** What it means in a language; in Dutch where the register has no such words. */
    public String in(String language) {
        return words.getOrDefault(language, words.getOrDefault("nl", code));
    }
}
