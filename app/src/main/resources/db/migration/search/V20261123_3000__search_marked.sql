-- A first name is found in every town and on everything: with the authority and the kind among the
-- words, the index itself leaves out what was not asked, before a row is read.
create function search.marks(owner uuid, thing_kind text) returns text[]
    immutable parallel safe set search_path = '' language sql
begin atomic
    select array['@' || owner::text, '@' || owner::text || thing_kind];
end;
comment on function search.marks is 'The words by which the index knows whose something is, and of which kind';
revoke all on function search.marks from public;
grant execute on function search.marks to ${app};

drop index search.entry_words;
create index entry_words on search.entry
    using gin ((words || array_to_tsvector(search.marks(authority_id, kind)))) with (fastupdate = off);

create or replace function search.find(query text, kinds text[], most int)
    returns table (kind text, ref uuid, number text, title text, hint text, at timestamptz, rank real)
    stable security definer set search_path = '' language plpgsql as $$
declare
    asked tsquery := websearch_to_tsquery('search.dutch', left(query, 300));
    plain text := search.folded(left(btrim(query), 100));
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    marked tsquery;
begin
    if plain = '' or own is null then
        return;
    end if;
    marked := asked && (
        select string_agg(quote_literal('@' || own::text || coalesce(wanted.kind, '')), ' | ')::tsquery
        from unnest(coalesce(kinds, array[null])) as wanted (kind));
    return query
        with exact as materialized (
            select e.* from search.entry e
            where e.authority_id = own and e.number = upper(btrim(query))
              and (kinds is null or e.kind = any (kinds))
              and (e.confidentiality <= cleared or e.unit_id = any (member))
        ), worded as materialized (
            select e.* from search.entry e
            where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ marked
              and e.authority_id = own
              and (kinds is null or e.kind = any (kinds))
              and (e.confidentiality <= cleared or e.unit_id = any (member))
            order by e.at desc
            limit 200
        ), fuzzy as materialized (
            select e.*, public.word_similarity(plain, e.folded) as score from search.entry e
            where (select count(*) from worded) < 5
              and length(plain) >= 3
              and plain operator(public.<%) e.folded and e.authority_id = own
              and (kinds is null or e.kind = any (kinds))
              and (e.confidentiality <= cleared or e.unit_id = any (member))
            order by score desc
            limit 50
        ), ranked as (
            select x.kind, x.ref, x.number, x.title, x.hint, x.at, 10::real as score from exact x
            union all
            select w.kind, w.ref, w.number, w.title, w.hint, w.at, 1 + ts_rank(w.words, asked)
            from worded w
            union all
            select f.kind, f.ref, f.number, f.title, f.hint, f.at, f.score * 0.9 from fuzzy f
        )
        select r.kind, r.ref, r.number, r.title, r.hint, r.at, max(r.score)::real
        from ranked r
        group by r.kind, r.ref, r.number, r.title, r.hint, r.at
        order by max(r.score) desc, r.at desc
        limit most;
end $$;
