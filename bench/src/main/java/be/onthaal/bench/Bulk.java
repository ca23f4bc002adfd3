// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets millions of rows in at once: the further indexes, the foreign keys and the triggers of
 * tables are taken away in the same transaction and made again after, as they were.
 */
final class Bulk {

    private final Store store;
    private final List<String> again = new ArrayList<>();

    private Bulk(Store store) {
        this.store = store;
    }

    /** Of the tables of these schemas. */
    static Bulk into(Store store, String... schemas) throws SQLException {
        var bulk = new Bulk(store);
        bulk.alone(schemas);
        for (String schema : schemas) {
            bulk.withoutIndexes(schema);
            bulk.withoutKeys(schema);
            bulk.withoutTriggers(schema);
        }
        return bulk;
    }

    /** The product that runs beside waits from here on, holding nothing that is needed later. */
    private void alone(String... schemas) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("access.authority"));
        for (String schema : schemas) {
            tables.addAll(
                    store.column(
                            "select oid::regclass::text from pg_class where relkind = 'r'"
                                    + " and relnamespace = ?::regnamespace order by relname",
                            schema));
        }
        store.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
    }

    void done() throws SQLException {
        store.execute("set local maintenance_work_mem = '1GB'");
        for (String statement : again) {
            store.execute(statement);
        }
    }

    private void withoutIndexes(String schema) throws SQLException {
        var indexes =
                store.rows(
                        "select x.indexrelid::regclass::text, pg_get_indexdef(x.indexrelid)"
                                + " from pg_index x join pg_class c on c.oid = x.indrelid"
                                + " where c.relnamespace = ?::regnamespace"
                                + " and not exists (select from pg_constraint k"
                                + " where k.conindid = x.indexrelid)",
                        schema);
        for (List<String> index : indexes) {
            store.execute("drop index " + index.getFirst());
            again.add(index.getLast());
        }
    }

    private void withoutKeys(String schema) throws SQLException {
        var keys =
                store.rows(
                        "select k.conrelid::regclass::text, quote_ident(k.conname),"
                                + " pg_get_constraintdef(k.oid) from pg_constraint k"
                                + " where k.contype = 'f' and k.connamespace = ?::regnamespace",
                        schema);
        for (List<String> key : keys) {
            store.execute("alter table " + key.get(0) + " drop constraint " + key.get(1));
            again.add(
                    "alter table "
                            + key.get(0)
                            + " add constraint "
                            + key.get(1)
                            + " "
                            + key.get(2));
        }
    }

    private void withoutTriggers(String schema) throws SQLException {
        List<String> tables =
                store.column(
                        "select distinct t.tgrelid::regclass::text from pg_trigger t"
                                + " join pg_class c on c.oid = t.tgrelid"
                                + " where not t.tgisinternal and c.relnamespace = ?::regnamespace",
                        schema);
        for (String table : tables) {
            store.execute("alter table " + table + " disable trigger user");
            again.add("alter table " + table + " enable trigger user");
        }
    }
}
