// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import be.onthaal.common.Refused;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.About;
import be.onthaal.decisions.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A version as one file: the DMN model, with what DMN has no place for in a comment before it, as
 * JSON that people can read. Any other program for DMN opens it as it is.
 */
public record ModelFile(String key, About about, List<Example> examples, String model) {

    private static final String BEGIN = "<!-- onthaal-decision-table\n";
    private static final String END = "\n-->\n";
    private static final int LONGEST = 2_000_000;

    public ModelFile {
        examples = List.copyOf(examples);
    }

    /** The file of a version. */
    public static String write(DecisionTable table) {
        DecisionTable.Head head = table.head();
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("key", head.key());
        manifest.put("version", head.version());
        manifest.put("nl", head.about().nl());
        manifest.put("fr", head.about().fr());
        manifest.put("en", head.about().en());
        manifest.put("legalBasis", head.about().legalBasis());
        manifest.put("examples", table.examples().stream().map(ValueJson::write).toList());
        String json = ValueJson.text(manifest).replace("--", "-\\u002d");
        String model = table.model();
        int after = afterDeclaration(model);
        return model.substring(0, after)
                + BEGIN
                + json
                + END
                + model.substring(after).stripLeading();
    }

    /** Reads such a file; the model in it is still to be checked. */
    public static ModelFile read(String file) {
        if (file.length() > LONGEST) {
            throw new Refused("decisions.file-long", LONGEST);
        }
        String text = file.replace("\r\n", "\n").replaceFirst("^\ufeff", "");
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        if (begin < 0 || end < 0) {
            throw new Refused("decisions.file-no-manifest");
        }
        String model = text.substring(0, begin) + text.substring(end + END.length());
        try {
            Map<?, ?> manifest = ValueJson.object(text.substring(begin + BEGIN.length(), end));
            return new ModelFile(
                    text(manifest, "key"),
                    new About(
                            text(manifest, "nl"),
                            text(manifest, "fr"),
                            text(manifest, "en"),
                            text(manifest, "legalBasis")),
                    ValueJson.examples(manifest.get("examples")),
                    model);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new Refused(
                    "decisions.file-manifest",
                    Optional.ofNullable(place).map(at -> at.getLineNr()).orElse(1) + 1);
        }
    }

    private static String text(Map<?, ?> manifest, String name) {
        return manifest.get(name) instanceof String text ? text : "";
    }

    private static int afterDeclaration(String model) {
        int end = model.startsWith("<?xml") ? model.indexOf("?>") + 2 : 0;
        return end < model.length() && end > 0 && model.charAt(end) == '\n' ? end + 1 : end;
    }
}
