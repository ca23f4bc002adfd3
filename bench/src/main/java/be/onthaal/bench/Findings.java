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
                select 'PARTY', p.id, null::uuid, 1, null::text, p.name, coalesce(c.email, ''),
                       concat_ws(' ', c.reached, d.stated), p.created_at
                from party.profile p
                left join (select c.party_id, string_agg(c.value, ' ') as reached,
                               min(c.value) filter (where c.kind = 'EMAIL') as email
                           from party.contact_point c where c.source = 'BENCH' group by c.party_id) c
                    on c.party_id = p.id
                left join (select d.party_id, string_agg(case when d.kind = 'BIRTH_DATE'
                               then replace(d.value, '-', '') else d.value end, ' ') as stated
                           from party.detail d where d.kind in ('BIRTH_DATE', 'RESIDENCE')
                           group by d.party_id) d
                    on d.party_id = p.id
                where p.source = 'BENCH'
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
        passages();
        words();
        store.execute("select cases.recount()");
    }

    /** The texts of the cases, as their triggers would have written them. */
    private void passages() throws SQLException {
        store.execute(
                """
                insert into cases.passage (authority_id, id, case_id, kind, text, words, at)
                select c.authority_id, c.id, c.id, 'CASE', c.description,
                    cases.passage_words(c, c.description), c.opened_at
                from cases.case_file c where c.authority_id = '%s'
                on conflict (authority_id, id) do nothing
                """
                        .formatted(town.authority()));
    }

    private void write(String found) throws SQLException {
        store.execute(
                """
                insert into search.entry (authority_id, kind, ref, unit_id, confidentiality, number,
                    title, hint, words, at)
                select '%s', f.kind, f.ref, f.unit, f.level, f.number, f.title, f.hint,
                    search.words(f.kind, f.number, f.title, f.hint, f.body), f.at
                from (%s) f (kind, ref, unit, level, number, title, hint, body, at)
                on conflict (authority_id, kind, ref) do nothing
                """
                        .formatted(town.authority(), found.formatted(town.authority())));
    }

    /** Of everything, at once. */
    private void words() throws SQLException {
        store.execute("truncate search.unlearned, search.word");
        store.execute(
                """
                insert into search.word (kind, word, entries)
                select e.kind, s.word, count(*)
                from search.entry e,
                    regexp_split_to_table(search.named(e.kind, e.title, e.hint), '[^[:alpha:]]+') as s (word)
                where length(s.word) between 2 and 40
                group by e.kind, s.word
                """);
    }
}
