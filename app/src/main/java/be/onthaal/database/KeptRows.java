// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.database;

import be.onthaal.common.Digest;
import be.onthaal.common.Kept;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Result;

/** Rows as proof: how many there are of each table, and a fingerprint of all they hold. */
public final class KeptRows {

    private final TreeMap<String, Result<?>> tables = new TreeMap<>();

    private KeptRows() {}

    /** The rows of a table; in an order that is always the same. */
    public static KeptRows of(String table, Result<?> rows) {
        return new KeptRows().and(table, rows);
    }

    /** With the rows of another table. */
    public KeptRows and(String table, Result<?> rows) {
        tables.put(table, rows);
        return this;
    }

    public Kept kept() {
        String whole =
                tables.entrySet().stream()
                        .map(table -> table.getKey() + table.getValue().formatJSON())
                        .collect(Collectors.joining("\n"));
        return new Kept(
                tables.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        table -> table.getKey(), table -> table.getValue().size())),
                Digest.of(whole),
                Set.of());
    }
}
