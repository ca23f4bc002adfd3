create schema search;
grant usage on schema search to ${app};

create text search configuration search.dutch (copy = simple);
alter text search configuration search.dutch
    alter mapping for asciiword, word, hword, hword_part, asciihword, hword_asciipart
    with unaccent, dutch_stem;

create function search.folded(words text) returns text immutable parallel safe language sql
    return lower(public.unaccent('public.unaccent'::regdictionary, words));

create table search.entry (
    authority_id uuid not null references access.authority,
    kind text not null,
    ref uuid not null,
    unit_id uuid,
    confidentiality int not null,
    number text,
    title text not null,
    hint text not null default '',
    words tsvector not null,
    folded text not null,
    at timestamptz not null,
    primary key (authority_id, kind, ref)
);
create index entry_words on search.entry using gin (authority_id, words);
create index entry_folded on search.entry using gin (authority_id, folded gin_trgm_ops);
create index entry_number on search.entry (authority_id, number);
comment on table search.entry is
    'One findable thing of an authority, written with its source. [personal: as long as its source]';
grant select, insert, update, delete on search.entry to ${app};
alter table search.entry enable row level security;
create policy entry_seen on search.entry
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());

-- Text operators are not leakproof: this reviewed function applies the rule itself and keeps the index.
create function search.find(query text, kinds text[], most int)
    returns table (kind text, ref uuid, number text, title text, hint text, at timestamptz, rank real)
    stable security definer set search_path = '' language plpgsql as $$
declare
    asked tsquery := websearch_to_tsquery('search.dutch', left(query, 300));
    plain text := search.folded(left(btrim(query), 100));
begin
    if plain = '' or access.authority() is null then
        return;
    end if;
    return query
        with exact as materialized (
            select e.* from search.entry e
            where e.authority_id = access.authority() and e.number = upper(btrim(query))
              and (kinds is null or e.kind = any (kinds))
              and access.sees(e.authority_id, e.confidentiality, e.unit_id)
        ), worded as materialized (
            select e.*, ts_rank(e.words, asked) as score from search.entry e
            where e.authority_id = access.authority() and e.words @@ asked
              and (kinds is null or e.kind = any (kinds))
              and access.sees(e.authority_id, e.confidentiality, e.unit_id)
            order by e.at desc
            limit 200
        ), fuzzy as materialized (
            select e.*, public.word_similarity(plain, e.folded) as score from search.entry e
            where (select count(*) from worded) < 5
              and length(plain) >= 3
              and e.authority_id = access.authority() and plain operator(public.<%) e.folded
              and (kinds is null or e.kind = any (kinds))
              and access.sees(e.authority_id, e.confidentiality, e.unit_id)
            order by score desc
            limit 50
        ), ranked as (
            select x.kind, x.ref, x.number, x.title, x.hint, x.at, 10::real as score from exact x
            union all
            select w.kind, w.ref, w.number, w.title, w.hint, w.at, 1 + w.score from worded w
            union all
            select f.kind, f.ref, f.number, f.title, f.hint, f.at, f.score * 0.9 from fuzzy f
        )
        select r.kind, r.ref, r.number, r.title, r.hint, r.at, max(r.score)::real
        from ranked r
        group by r.kind, r.ref, r.number, r.title, r.hint, r.at
        order by max(r.score) desc, r.at desc
        limit most;
end $$;
comment on function search.find is
    'What the caller may see that matches the words, typing errors forgiven, best first';
revoke all on function search.find from public;
grant execute on function search.find to ${app};
grant execute on function search.folded to ${app};
