// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import java.util.List;

/**
 * What must hold about a field of the case before something is asked or done. Nothing holds about a
 * field that is empty, except that it is.
 */
public record Condition(String field, Comparison comparison, List<String> values) {

    public Condition {
        values = List.copyOf(values);
    }

    /** How a field is compared; with several values one of them is enough. */
    public enum Comparison {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST,
        FILLED,
        EMPTY
    }

    /** Whether it holds of these values. */
    public boolean holds(FieldValues filled, FieldKind kind) {
        List<String> known = filled.of(field);
        return switch (comparison) {
            case EMPTY -> known.isEmpty();
            case FILLED -> !known.isEmpty();
            case IS -> known.stream().anyMatch(values::contains);
            case IS_NOT -> !known.isEmpty() && known.stream().noneMatch(values::contains);
            case AT_LEAST -> ordered(known, kind, 1);
            case AT_MOST -> ordered(known, kind, -1);
        };
    }

    private boolean ordered(List<String> known, FieldKind kind, int wanted) {
        return !known.isEmpty()
                && !values.isEmpty()
                && Integer.signum(kind.compare(known.getFirst(), values.getFirst())) * wanted >= 0;
    }
}
