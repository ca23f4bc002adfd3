// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import java.sql.SQLException;

/** What is found of the generated people, cases and post, made by the product's own functions. */
final class Findings {

    private final Town town;
    private final Store store;

    Findings(Town town, Store store) {
        this.town = town;
        this.store = store;
    }

    void write() throws SQLException {
        write(
                """
                select 'PARTY', p.id, null::uuid, 1, null::text, p.name, coalesce(min(c.value), ''),
                       coalesce(string_agg(c.value, ' '), ''), p.created_at
                from party.profile p
                join party.acquaintance a on a.party_id = p.id and a.authority_id = '%1$s'
                left join party.contact_point c on c.group_id = p.group_id and c.party_id = p.id
                where p.source = 'BENCH'
                group by p.group_id, p.id
                """);
        write(
                """
                select 'CASE', f.id, f.unit_id, f.confidentiality, f.number, f.subject,
                       f.type_name || ' · ' || f.party_name, f.description, f.opened_at
                from cases.case_file f where f.authority_id = '%1$s'
                """);
        write(
                """
                select 'POST', e.id, e.unit_id, e.confidentiality, e.number, e.subject,
                       e.correspondent, '', e.registered_at
                from post.entry e where e.authority_id = '%1$s'
                """);
    }

    private void write(String found) throws SQLException {
        store.execute(
                """
                insert into search.entry (authority_id, kind, ref, unit_id, confidentiality, number,
                    title, hint, words, folded, at)
                select '%1$s', f.kind, f.ref, f.unit, f.level, f.number, f.title, f.hint,
                    setweight(to_tsvector('search.dutch', concat_ws(' ', f.number, f.title, f.hint)), 'A')
                        || to_tsvector('search.dutch', f.body),
                    search.folded(concat_ws(' ', f.number, f.title, f.hint)), f.at
                from (%2$s) f (kind, ref, unit, level, number, title, hint, body, at)
                on conflict (authority_id, kind, ref) do nothing
                """
                        .formatted(town.authority(), found.formatted(town.authority())));
    }
}
