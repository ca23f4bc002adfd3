// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.access.UnitId;
import be.onthaal.common.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as text: in the database with the ids of units, in a file that goes from one
 * authority to another with their names. What is left out has its usual meaning, so a file holds
 * only what matters, and one of an earlier version is still read; what is not known is refused.
 */
public final class DefinitionText {

    /** The first words of every file. */
    public static final String FORMAT = "onthaal-case-type/1";

    /** Longer files are refused. */
    public static final int LONGEST_FILE = 1_000_000;

    private static final int DEEPEST = 30;
    private static final int LONGEST_WORD = 10_000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_WORD)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .changeDefaultPropertyInclusion(
                            usual -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .withConfigOverride(List.class, DefinitionText::emptyWhenAbsent)
                    .withConfigOverride(String.class, DefinitionText::emptyWhenAbsent)
                    .build();

    private DefinitionText() {}

    /**
     * A type as a file.
     *
     * @param code of the type
     */
    public record File(String code, CaseTypeDefinition definition) {}

    /** As it is stored. */
    public static String stored(CaseTypeDefinition definition) {
        return MAPPER.writeValueAsString(definition);
    }

    /** A definition that was stored, by whichever version. */
    public static CaseTypeDefinition read(String stored) {
        return definition(MAPPER.readTree(stored));
    }

    /** As a file, with names of units instead of ids. */
    public static String file(
            String code, CaseTypeDefinition definition, Function<UnitId, String> unitName) {
        ObjectNode tree = MAPPER.valueToTree(definition);
        eachUnit(
                tree,
                (of, name, id) -> of.put(name, unitName.apply(new UnitId(UUID.fromString(id)))));
        ObjectNode file = MAPPER.createObjectNode();
        file.put("format", FORMAT);
        file.put("code", code);
        file.set("definition", tree);
        return MAPPER.writeValueAsString(file) + "\n";
    }

    /** A type from a file; refused with the place and the reason when it cannot be read. */
    public static File file(String text, Function<String, Optional<UnitId>> unit) {
        if (text.length() > LONGEST_FILE) {
            throw new Refused("cases.file-long", LONGEST_FILE);
        }
        try {
            JsonNode file = MAPPER.readTree(text);
            if (!file.path("format").asString("").equals(FORMAT)
                    || !file.path("definition").isObject()) {
                throw new Refused("cases.file-format", FORMAT);
            }
            JsonNode tree = file.path("definition");
            eachUnit(
                    tree,
                    (of, place, name) -> {
                        UnitId id =
                                unit.apply(name)
                                        .orElseThrow(() -> new Refused("cases.file-unit", name));
                        of.putObject(place).put("value", id.value().toString());
                    });
            return new File(file.path("code").asString(""), definition(tree));
        } catch (JacksonException unreadable) {
            throw new Refused("cases.file-value", place(unreadable));
        }
    }

    private static CaseTypeDefinition definition(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            Usual.fill(object);
        }
        return MAPPER.treeToValue(tree, CaseTypeDefinition.class);
    }

    /** Units stand in two places: with the type and with each task. */
    private static void eachUnit(JsonNode definition, UnitChange change) {
        unit(definition, "defaultUnit", change);
        definition
                .path("phases")
                .forEach(phase -> phase.path("tasks").forEach(task -> unit(task, "unit", change)));
    }

    private static void unit(JsonNode of, String name, UnitChange change) {
        if (of instanceof ObjectNode object) {
            written(object.path(name)).ifPresent(unit -> change.apply(object, name, unit));
        }
    }

    private interface UnitChange {
        void apply(ObjectNode of, String name, String unit);
    }

    private static Optional<String> written(JsonNode unit) {
        JsonNode value = unit.isObject() ? unit.path("value") : unit;
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    /** Where it stands: as people count, with the line where the text itself is broken. */
    private static String place(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            path.append('/').append(name == null ? String.valueOf(step.getIndex() + 1) : name);
        }
        return path.isEmpty() && problem.getLocation() != null
                ? String.valueOf(problem.getLocation().getLineNr())
                : path.toString();
    }

    private static MutableConfigOverride emptyWhenAbsent(MutableConfigOverride usual) {
        return usual.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
}
