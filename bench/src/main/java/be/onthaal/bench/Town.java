// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;
import java.util.List;

/** The authority of the demo that the generated people and cases belong to. */
record Town(
        String authority,
        String group,
        List<Unit> units,
        List<Employee> employees,
        List<Type> types,
        String mailbox) {

    /** A unit that handles cases. */
    record Unit(String id, String name) {}

    record Employee(String id, String name, String account) {}

    /** A case type, with the reason of its term as the product wrote it. */
    record Type(String id, String code, String name, String phase, String dueWhy) {}

    static Town of(Store store) throws SQLException {
        List<String> mortsel =
                store.rows("select id, group_id from access.authority where slug = 'mortsel'")
                        .getFirst();
        Object authority = java.util.UUID.fromString(mortsel.getFirst());
        return new Town(
                mortsel.getFirst(),
                mortsel.getLast(),
                store
                        .rows(
                                "select id, name from organisation.unit where authority_id = ?"
                                        + " and closed_on is null order by name",
                                authority)
                        .stream()
                        .map(row -> new Unit(row.get(0), row.get(1)))
                        .toList(),
                store
                        .rows(
                                "select id, display_name, account_id from organisation.employee"
                                        + " where authority_id = ? and left_on is null"
                                        + " order by display_name",
                                authority)
                        .stream()
                        .map(row -> new Employee(row.get(0), row.get(1), row.get(2)))
                        .toList(),
                store
                        .rows(
                                "select t.id, t.code, t.definition #>> '{name,nl}',"
                                        + " t.definition #>> '{phases,0,code}',"
                                        + " (select c.due_why from cases.case_file c"
                                        + " where c.authority_id = t.authority_id limit 1)"
                                        + " from cases.case_type t"
                                        + " where t.authority_id = ? and t.state = 'PUBLISHED'"
                                        + " order by t.code, t.version",
                                authority)
                        .stream()
                        .map(row ->
                                new Type(
                                        row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                        .toList(),
                store.column(
                                "select id from mail.mailbox where authority_id = ? order by address",
                                authority)
                        .getFirst());
    }
}
