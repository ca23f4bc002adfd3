// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;

/** Rows of which only some columns were asked. */
public final class Rows {

    private Rows() {}

    /** The value of a column that is never empty. */
    public static <T> T of(Record row, Field<T> field) {
        return Objects.requireNonNull(row.get(field), field::getName);
    }
}
