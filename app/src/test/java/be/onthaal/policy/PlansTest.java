// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Row rules make PostgreSQL refuse an index for an operator that could leak (text search, LIKE,
 * arrays, lower()). Every index is asked here as the application asks it: with its own role, under
 * its row rule, on all its columns.
 */
@OnthaalTest
class PlansTest {

    /** Used by definer functions alone, which apply the row rule themselves. */
    private static final Set<String> BEHIND_A_FUNCTION =
            Set.of(
                    "cases.passage_words",
                    "search.entry_words",
                    "search.word_alike",
                    "audit.event_parties",
                    "kbo.denomination_words",
                    "kbo.word_trigrams");

    private static final String SOMEBODY = "00000000-0000-0000-0000-000000000001";

    @Autowired AsOwner owner;

    /** An index with the types of its columns, as PostgreSQL knows it. */
    record Index(String schema, String table, String name, String columns, String predicate) {

        static Index of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Index(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        String full() {
            return schema + "." + name;
        }

        List<String> names() {
            return Arrays.stream(columns.split(","))
                    .map(column -> column.substring(0, column.indexOf(' ')))
                    .toList();
        }

        /** A question on every column: equal to something, the last one later than something. */
        String question() {
            List<String> conditions =
                    Arrays.stream(columns.split(",")).map(Index::condition).toList();
            String where = String.join(" and ", conditions);
            return "explain select 1 from %s.%s where %s%s"
                    .formatted(
                            schema, table, where, predicate.isEmpty() ? "" : " and " + predicate);
        }

        private static String condition(String column) {
            int space = column.indexOf(' ');
            String name = column.substring(0, space);
            String type = column.substring(space + 1);
            return switch (type) {
                case "uuid" -> name + " = '00000000-0000-0000-0000-000000000001'::uuid";
                case "text" -> name + " = 'x'::text";
                case "integer", "bigint" -> name + " = 7::" + type;
                case "double precision" -> name + " = 0.5::double precision";
                case "bytea" -> name + " = '\\x01'::bytea";
                case "boolean" -> name;
                case "date" -> name + " >= date '2026-11-22'";
                case "timestamp with time zone" -> name + " >= timestamptz '2026-11-22 12:00Z'";
                default ->
                        throw new IllegalArgumentException(
                                "Say here how an index on " + type + " is asked");
            };
        }

        @Override
        public String toString() {
            return full();
        }
    }

    static Stream<String> schemas() {
        return Stream.of(
                "access",
                "api",
                "audit",
                "cases",
                "contact",
                "desk",
                "dispatch",
                "documents",
                "eid",
                "files",
                "kbo",
                "magda",
                "mail",
                "moving",
                "notifications",
                "organisation",
                "outbox",
                "party",
                "portal",
                "post",
                "records",
                "routing",
                "scanning",
                "search",
                "timeline",
                "webhooks");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void theApplicationReachesEveryIndexUnderItsRowRules(String schema) {
        List<Index> indexes = indexes(schema);

        assertThat(indexes).isNotEmpty();
        List<String> lost =
                indexes.stream()
                        .filter(index -> !BEHIND_A_FUNCTION.contains(index.full()))
                        .filter(index -> !isReached(index))
                        .map(Index::full)
                        .toList();
        assertThat(lost).as("indexes that the application's role cannot use").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void onlyReviewedIndexesHideBehindAFunction(String schema) {
        Set<String> others =
                owner
                        .column(
                                "select n.nspname || '.' || i.relname from pg_index x join pg_class i on"
                                        + " i.oid = x.indexrelid join pg_am a on a.oid = i.relam join"
                                        + " pg_namespace n on n.oid = i.relnamespace where a.amname <> 'btree'"
                                        + " and not x.indisexclusion"
                                        + " and n.nspname = '"
                                        + schema
                                        + "'")
                        .stream()
                        .collect(Collectors.toSet());

        assertThat(BEHIND_A_FUNCTION).containsAll(others);
    }

    private boolean isReached(Index index) {
        List<String> plan =
                owner.columnAfter(
                        List.of(
                                // Only this index, so that no other one answers for it.
                                "update pg_index set indisvalid = false where indrelid = '%s.%s'::regclass and indexrelid <> '%s'::regclass"
                                        .formatted(index.schema(), index.table(), index.full()),
                                "set local enable_seqscan = off",
                                "set local role onthaal_app",
                                "select set_config('onthaal.kind', 'EMPLOYEE', true), set_config('onthaal.authority', '%1$s', true), set_config('onthaal.authority_group', '%1$s', true), set_config('onthaal.actor', '%1$s', true), set_config('onthaal.units', '{}', true), set_config('onthaal.clearance', '1', true)"
                                        .formatted(SOMEBODY)),
                        index.question());
        boolean used = plan.stream().anyMatch(line -> line.contains(index.name()));
        return used
                && plan.stream()
                        .filter(line -> line.contains("Index Cond"))
                        .anyMatch(line -> index.names().stream().allMatch(line::contains));
    }

    private List<Index> indexes(String schema) {
        return owner
                .column(
                        "select concat_ws('|', n.nspname, t.relname, i.relname, (select string_agg(a.attname"
                                + " || ' ' || format_type(a.atttypid, null), ',' order by k.place) from"
                                + " unnest(x.indkey::int2[]) with ordinality k(number, place) join pg_attribute"
                                + " a on a.attrelid = t.oid and a.attnum = k.number where k.place <="
                                + " x.indnkeyatts),"
                                + " coalesce(pg_get_expr(x.indpred, x.indrelid), '')) from pg_index x join"
                                + " pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid"
                                + " join pg_namespace n on n.oid = t.relnamespace join pg_am m on m.oid ="
                                + " i.relam where m.amname = 'btree' and t.relrowsecurity and n.nspname = '"
                                + schema
                                + "'")
                .stream()
                .map(Index::of)
                .toList();
    }
}
