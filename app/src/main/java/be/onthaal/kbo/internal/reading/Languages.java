// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal.reading;

import be.onthaal.common.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which number stands for which language, read from the code file of the extract: sources disagree
 * about it, so none of them is believed. A language is known by its name in any of the four.
 */
public final class Languages {

    private static final String CATEGORY = "Language";
    private static final List<String> KNOWN = List.of("nl", "fr", "de", "en");
    private static final Map<String, String> BY_NAME = names();

    private final Map<String, String> byCode = new HashMap<>();

    private Languages() {}

    /** Reads them from the code file. */
    public static Languages of(ExtractZip zip) {
        var languages = new Languages();
        new SheetReader(zip)
                .read(
                        Sheet.CODE.file(),
                        Sheet.CODE.columns(),
                        row -> {
                            if (row.text(0).equals(CATEGORY)) {
                                languages.learn(row.text(1), row.text(3));
                            }
                        });
        return languages;
    }

    private void learn(String code, String name) {
        String iso = BY_NAME.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
        if (byCode.getOrDefault(code, "").isEmpty()) {
            byCode.put(code, iso);
        }
    }

    /** The ISO 639 code, empty for a language that the register calls unknown. */
    public String iso(String code, String file, int line) {
        return Optional.ofNullable(byCode.get(code))
                .orElseThrow(() -> new Refused("kbo.language", file, line, code));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String iso : KNOWN) {
            for (String in : KNOWN) {
                String name = Locale.of(iso).getDisplayLanguage(Locale.of(in));
                names.put(name.toLowerCase(Locale.ROOT), iso);
            }
        }
        return Map.copyOf(names);
    }
}
