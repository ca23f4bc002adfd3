// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseStatus;
import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.common.Channel;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One choice that narrows a list, shown with a way to take it back.
 *
 * @param key of the word for what was chosen
 * @param value what was chosen: a text, a day or a constant that has a name
 * @param without the address of the list without it
 */
public record Chip(String key, Object value, String without) {

    /** The choices that a page shows; words that are gone are none. */
    static List<Chip> of(CasesPage page, String locale) {
        List<String> parts = page.query().parts();
        List<Chip> chips = new ArrayList<>();
        for (String part : parts) {
            String name = part.substring(0, part.indexOf('='));
            String value =
                    URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8);
            boolean gone =
                    (name.equals("woorden") && page.said().words().isEmpty())
                            || (name.equals("teksten") && page.said().texts().isEmpty());
            if (!CaseQuery.ALWAYS.contains(name) && !gone) {
                List<String> others = new ArrayList<>(parts);
                others.remove(part);
                chips.add(
                        new Chip(
                                "chip." + key(page, name, value),
                                shown(page, name, value, locale),
                                "/zaken?" + String.join("&", others)));
            }
        }
        return chips;
    }

    private static Object shown(CasesPage page, String name, String value, String locale) {
        if (name.startsWith(CaseQuery.FIELD)) {
            return field(page, name.substring(CaseQuery.FIELD.length()), value, locale);
        }
        return switch (name) {
            case "woorden" -> page.said().words();
            case "teksten" ->
                    new TreeMap<>(page.said().texts())
                            .entrySet().stream()
                                    .map(one -> field(page, one.getKey(), one.getValue(), locale))
                                    .collect(Collectors.joining(", "));
            case "type" -> typeName(page, value, locale);
            case "fase" -> phaseName(page, value, locale);
            case "status" -> CaseStatus.valueOf(value);
            case "kanaal" -> Channel.valueOf(value);
            case "graad" -> Confidentiality.valueOf(value);
            case "dienst" ->
                    page.choices().names().getOrDefault(new UnitId(UUID.fromString(value)), "");
            case "wie" -> colleague(page, value);
            case "klant" -> customer(page);
            default -> LocalDate.parse(value);
        };
    }

    /** Yes and no have words of their own. */
    private static String key(CasesPage page, String name, String value) {
        if (!name.startsWith(CaseQuery.FIELD)) {
            return name;
        }
        boolean yesNo =
                field(page, name.substring(CaseQuery.FIELD.length()))
                        .filter(field -> field.kind() == FieldKind.YES_NO)
                        .isPresent();
        return yesNo ? "veld." + value : "veld";
    }

    /** The label of a field, with what is looked for in it. */
    private static String field(CasesPage page, String code, String value, String locale) {
        return field(page, code)
                .map(field ->
                        field.kind() == FieldKind.YES_NO
                                ? field.label().in(locale)
                                : field.label().in(locale) + ": " + field.shown(value, locale))
                .orElse(code + ": " + value);
    }

    private static Optional<FieldDefinition> field(CasesPage page, String code) {
        return page.fields().stream().filter(field -> field.code().equals(code)).findFirst();
    }

    private static String typeName(CasesPage page, String code, String locale) {
        return page.choices().types().stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map(type -> type.definition().name().in(locale))
                .orElse(code);
    }

    private static String phaseName(CasesPage page, String code, String locale) {
        return page.phases().stream()
                .filter(phase -> phase.code().equals(code))
                .findFirst()
                .map(phase -> phase.name().in(locale))
                .orElse(code);
    }

    private static String colleague(CasesPage page, String id) {
        return page.choices().colleagues().stream()
                .filter(colleague -> colleague.id().toString().equals(id))
                .findFirst()
                .map(colleague -> colleague.name())
                .orElse("");
    }

    /** Only the rows tell who he is: the list was consulted, and he himself was not. */
    private static String customer(CasesPage page) {
        return page.lines().rows().stream()
                .findFirst()
                .map(line -> line.customer().name())
                .orElse("");
    }
}
