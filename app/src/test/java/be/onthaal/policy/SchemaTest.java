// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.AsOwner;
import be.onthaal.testing.OnthaalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class SchemaTest {

    private static final String OURS =
            " n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration')"
                    + " and n.nspname not like 'pg\\_%'";

    @Autowired AsOwner owner;

    @Test
    void everyTableSaysWhatItHoldsAndHowLong() {
        assertThat(
                        owner.column(
                                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on"
                                        + " n.oid = c.relnamespace where c.relkind in ('r', 'p') and"
                                        + OURS
                                        + " and coalesce(obj_description(c.oid, 'pg_class'), '') !~"
                                        + " '\\[(not personal|personal: .+)\\]$'"))
                .isEmpty();
    }

    @Test
    void everyTableHasAKey() {
        assertThat(
                        owner.column(
                                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on"
                                        + " n.oid = c.relnamespace where c.relkind in ('r', 'p') and"
                                        + OURS
                                        + " and not exists (select 1 from pg_constraint k where k.conrelid"
                                        + " = c.oid and k.contype = 'p')"))
                .isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndexUnderIt() {
        assertThat(
                        owner.column(
                                "select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join"
                                        + " pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid ="
                                        + " c.relnamespace where k.contype = 'f' and"
                                        + OURS
                                        + " and not exists (select 1 from pg_index i where i.indrelid ="
                                        + " k.conrelid and i.indpred is null and (i.indkey::int2[])[0:"
                                        + "cardinality(k.conkey) - 1] @> k.conkey)"))
                .isEmpty();
    }

    @Test
    void everyTableWithAnOwnerHasARowRule() {
        assertThat(
                        owner.column(
                                "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on"
                                        + " n.oid = c.relnamespace where c.relkind in ('r', 'p') and"
                                        + OURS
                                        + " and not c.relrowsecurity and exists (select 1 from pg_attribute"
                                        + " a where a.attrelid = c.oid and a.attname in ('authority_id',"
                                        + " 'group_id')) and c.oid <> 'access.authority'::regclass"))
                .isEmpty();
    }

    @Test
    void everyRowRuleReadsWhoAsksOnceAStatement() {
        assertThat(
                        owner.column(
                                "select p.schemaname || '.' || p.tablename || ' ' || p.policyname"
                                        + " from pg_policies p where regexp_replace(concat(p.qual, ' ',"
                                        + " p.with_check), '\\( SELECT access\\.\\w+\\(\\)', '', 'g')"
                                        + " like '%access.%'"))
                .isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() {
        assertThat(
                        owner.column(
                                "select rolname from pg_roles where rolname = 'onthaal_app' and (rolsuper or"
                                        + " rolbypassrls or rolcreatedb or rolcreaterole)"))
                .isEmpty();
        assertThat(
                        owner.column(
                                "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where"
                                        + " r.rolname = 'onthaal_app'"))
                .isEmpty();
    }

    @Test
    void everyFunctionWithTheRightsOfTheOwnerIsClosedAndFixesItsPath() {
        assertThat(
                        owner.column(
                                "select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid ="
                                        + " p.pronamespace where p.prosecdef and"
                                        + OURS
                                        + " and (p.proconfig is null or not 'search_path=\"\"' ="
                                        + " any(p.proconfig) or has_function_privilege('public', p.oid,"
                                        + " 'execute'))"))
                .isEmpty();
    }

    @Test
    void theDatabaseIsDurable() {
        assertThat(owner.column("show fsync")).containsExactly("on");
        assertThat(owner.column("show synchronous_commit")).containsExactly("on");
        assertThat(owner.column("show full_page_writes")).containsExactly("on");
    }
}
