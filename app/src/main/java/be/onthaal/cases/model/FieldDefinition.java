// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that is filled in about such a case.
 *
 * @param hint how to fill it in
 * @param searchable whether cases are found by it
 * @param choices what one may choose, in this order; of no meaning for other kinds
 * @param least the lowest number or amount
 * @param most the highest number or amount
 * @param when it is asked while all of these hold
 * @param computed the decision table that fills it in, instead of a person
 */
public record FieldDefinition(
        String code,
        Words label,
        Words hint,
        FieldKind kind,
        boolean searchable,
        List<Choice> choices,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        List<Condition> when,
        Optional<Computed> computed) {

    public FieldDefinition {
        choices = List.copyOf(choices);
        when = List.copyOf(when);
    }

    /** One thing to choose. */
    public record Choice(String code, Words label) {}

    /**
     * Where its value comes from.
     *
     * @param table the key of the decision table; it is given every field by its code
     * @param outcome which of its results
     */
    public record Computed(String table, String outcome) {}

    /** What is shown of a value: the words of a choice, else the value itself. */
    public String shown(String value, String locale) {
        return choices.stream()
                .filter(choice -> choice.code().equals(value))
                .findFirst()
                .map(choice -> choice.label().in(locale))
                .orElse(value);
    }
}
