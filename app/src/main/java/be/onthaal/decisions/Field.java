// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.util.List;

/**
 * An input or a result of a table.
 *
 * @param type as FEEL calls it: string, number, boolean, date…
 * @param choices the texts it may be, where the model lists them
 */
public record Field(String name, String type, List<String> choices) {

    public Field {
        choices = List.copyOf(choices);
    }
}
