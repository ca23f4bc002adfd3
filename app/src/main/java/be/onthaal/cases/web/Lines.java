// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.cases.model.FieldDefinition.Choice;
import java.util.List;
import java.util.stream.Collectors;

/** Choices of a field as lines of text, as they are typed. */
public final class Lines {

    private Lines() {}

    public static String of(List<Choice> choices) {
        return choices.stream()
                .map(choice ->
                        String.join(
                                " | ",
                                choice.code(),
                                choice.label().nl(),
                                choice.label().fr(),
                                choice.label().en()))
                .collect(Collectors.joining("\n"));
    }
}
