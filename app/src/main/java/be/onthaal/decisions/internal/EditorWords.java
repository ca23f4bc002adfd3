// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of the editor that somebody who fills in a table meets, as it writes them itself. */
public final class EditorWords {

    /** Each of them, in the order of the bundles. */
    public static final List<Word> ALL =
            Stream.of(
                            "When",
                            "Then",
                            "And",
                            "Annotations",
                            "Hit policy",
                            "Hit policy:",
                            "View DRD",
                            "Add rule",
                            "Add rule above",
                            "Add rule below",
                            "Add input",
                            "Add output",
                            "Add input column left",
                            "Add input column right",
                            "Add output column left",
                            "Add output column right",
                            "Copy rule",
                            "Cut rule",
                            "Remove rule",
                            "Remove input column",
                            "Remove output column",
                            "Delete",
                            "Edit",
                            "Expression",
                            "Expression language",
                            "Input label",
                            "Input expression",
                            "Input type",
                            "Output name",
                            "Output label",
                            "Output type",
                            "Type",
                            "Decision name",
                            "Append decision",
                            "Append input data",
                            "Create decision",
                            "Create input data",
                            "Connect to other element",
                            "Change type",
                            "Add cell description")
                    .map(Word::new)
                    .toList();

    private EditorWords() {}

    /** A word of the editor, and the message that says it. */
    public record Word(String english) {

        public String key() {
            String plain = english.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
            return "decisions.editor." + plain.replaceAll("-$", "-label");
        }
    }
}
