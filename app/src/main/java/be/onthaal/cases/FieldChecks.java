// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.FieldDefinition;
import be.onthaal.cases.model.FieldKind;
import be.onthaal.common.FreeText;
import be.onthaal.common.Refused;
import java.math.BigDecimal;
import java.util.List;

/** Whether what was typed into a field is of its kind and within its limits, as it is kept. */
final class FieldChecks {

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_VALUES = 300;

    private FieldChecks() {}

    /** As it is kept; empty when nothing was typed. */
    static List<String> written(FieldDefinition field, List<String> typed) {
        if (typed.size() > MOST_VALUES) {
            throw refused(field);
        }
        List<String> filled =
                typed.stream()
                        .map(text -> FreeText.clean(text, LONGEST_TEXT, "cases.field-long"))
                        .filter(text -> !text.isBlank())
                        .map(text -> one(field, text))
                        .distinct()
                        .toList();
        if (filled.size() > 1 && field.kind() != FieldKind.CHOICES) {
            throw refused(field);
        }
        return filled;
    }

    private static String one(FieldDefinition field, String text) {
        if (field.kind() != FieldKind.LONG_TEXT && text.length() > LONGEST_LINE) {
            throw refused(field);
        }
        boolean chosen = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
        boolean known =
                !chosen
                        || field.choices().stream()
                                .anyMatch(choice -> choice.code().equals(text.strip()));
        String written =
                field.kind().written(text).filter(kept -> known).orElseThrow(() -> refused(field));
        boolean number = field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY;
        if (number) {
            within(field, new BigDecimal(written));
        }
        return written;
    }

    private static void within(FieldDefinition field, BigDecimal number) {
        if (field.least().filter(least -> number.compareTo(least) < 0).isPresent()) {
            throw new Refused("cases.field-least", field.label().nl(), field.least().get());
        }
        if (field.most().filter(most -> number.compareTo(most) > 0).isPresent()) {
            throw new Refused("cases.field-most", field.label().nl(), field.most().get());
        }
    }

    private static Refused refused(FieldDefinition field) {
        return new Refused("cases.field-value", field.label().nl());
    }
}
