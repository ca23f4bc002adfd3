// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words of all modules in Dutch, French and English. Dutch is the authentic text. */
@Component
public class Texts {

    /** The languages there are; Dutch first. */
    public static final List<String> LOCALES = List.of("nl", "fr", "en");

    private final Map<String, Text> byLocale;

    Texts() {
        Map<String, String> dutch = load("nl");
        byLocale = new HashMap<>();
        for (String locale : LOCALES) {
            Map<String, String> words = new HashMap<>(dutch);
            words.putAll(load(locale));
            byLocale.put(locale, new Text(locale, words));
        }
    }

    /** The words in a language; Dutch where we do not speak it. */
    public Text in(String locale) {
        Text known = byLocale.get(locale);
        return known == null ? dutch() : known;
    }

    public Text dutch() {
        return byLocale.getOrDefault("nl", new Text("nl", Map.of()));
    }

    private static Map<String, String> load(String locale) {
        try {
            Map<String, String> words = new HashMap<>();
            String pattern = "classpath*:messages/*_" + locale + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
            }
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
