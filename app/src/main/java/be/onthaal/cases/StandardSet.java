// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Authority;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The case types and reply templates that come with the product, as files beside the program. */
record StandardSet(Map<String, CaseTypeDefinition> types, List<ReplyTemplate> templates) {

    private static final List<String> LOCALES = List.of("nl", "fr", "en");
    private static final List<String> TEMPLATES = List.of("answer", "acknowledgement");

    private static final List<String> TYPES =
            List.of(
                    CaseTypes.INFORMATION_QUESTION,
                    "complaint",
                    "report",
                    "access-to-documents",
                    "public-space-permit",
                    "event",
                    "subsidy",
                    "address-check",
                    "internal-request",
                    "living-wage");

    /** The types that only one sort of authority needs. */
    private static final Map<String, Authority.Kind> OF_ONE =
            Map.of(
                    "report", Authority.Kind.MUNICIPALITY,
                    "public-space-permit", Authority.Kind.MUNICIPALITY,
                    "event", Authority.Kind.MUNICIPALITY,
                    "subsidy", Authority.Kind.MUNICIPALITY,
                    "address-check", Authority.Kind.MUNICIPALITY,
                    "living-wage", Authority.Kind.OCMW);

    /** What an authority of this sort begins with. */
    static StandardSet of(Authority.Kind kind) {
        StandardSet all = load();
        Map<String, CaseTypeDefinition> own = new LinkedHashMap<>(all.types());
        own.keySet().removeIf(code -> OF_ONE.getOrDefault(code, kind) != kind);
        return new StandardSet(own, all.templates());
    }

    static StandardSet load() {
        Map<String, CaseTypeDefinition> types = new LinkedHashMap<>();
        for (String code : TYPES) {
            DefinitionText.File file =
                    DefinitionText.file(read("cases/" + code + ".json"), name -> Optional.empty());
            types.put(file.code(), file.definition());
        }
        return new StandardSet(types, TEMPLATES.stream().flatMap(StandardSet::template).toList());
    }

    private static Stream<ReplyTemplate> template(String code) {
        return LOCALES.stream()
                .map(locale -> {
                    String text = read("cases/reply-" + code + "_" + locale + ".txt");
                    String[] parts = text.split("\n", 3);
                    return new ReplyTemplate(code, locale, parts[0], parts[1], parts[2].strip());
                });
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
