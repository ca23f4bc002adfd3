// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions;

import java.util.Optional;

/**
 * Where something is in a model: a table, a row in it as people count them, a column by its name.
 */
public record Place(String table, Optional<Integer> row, Optional<String> column) {

    public static Place of(String table) {
        return new Place(table, Optional.empty(), Optional.empty());
    }

    public static Place of(String table, int row) {
        return new Place(table, Optional.of(row), Optional.empty());
    }

    public static Place of(String table, int row, String column) {
        return new Place(table, Optional.of(row), Optional.of(column));
    }
}
