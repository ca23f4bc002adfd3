-- What was said in a case, each text by itself, found by its words. It is written with its source: by the triggers
-- below for the case and its notes, by cases.CasePassages for mail, which other modules keep.
create table cases.passage (
    authority_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null check (kind in ('CASE', 'NOTE', 'MAIL', 'LETTER')),
    text text not null check (length(text) <= 100000),
    words tsvector not null,
    at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, case_id) references cases.case_file on delete cascade
);
create index on cases.passage (authority_id, case_id);
create index passage_words on cases.passage using gin (words) with (fastupdate = off);
comment on table cases.passage is
    'A text of a case as search reads it: its description, a note, a mail, a letter. [personal: as long as its case]';
grant select, insert, update, delete on cases.passage to ${app};
alter table cases.passage enable row level security;
create policy passage_seen on cases.passage
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = passage.authority_id and c.id = passage.case_id))
    with check (authority_id = (select access.authority()));

-- Beside its own words a text carries those that name its case, so that words of both find it, and marks by which
-- the index itself leaves out what the caller may not see or did not choose. No word of a text begins with @.
create function cases.passage_words(c cases.case_file, body text) returns tsvector
    stable parallel safe set search_path = '' language sql
begin atomic
    select array_to_tsvector(array['@a' || c.authority_id, '@u' || c.unit_id, '@l' || c.confidentiality,
            '@t' || c.type_code, '@c' || c.channel,
            '@y' || extract(year from c.opened_at at time zone 'Europe/Brussels')])
        || setweight(to_tsvector('search.dutch', concat_ws(' ', c.number, c.type_name, c.party_name)), 'B')
        || setweight(to_tsvector('search.dutch', c.subject), 'A')
        || to_tsvector('search.dutch', body);
end;
comment on function cases.passage_words is 'The words by which a text of a case is found, and its marks';

create function cases.put_passage(of_case uuid, passage uuid, passage_kind text, body text, moment timestamptz)
    returns void volatile security definer set search_path = '' language plpgsql as $$
declare
    kept text := left(body, 100000);
begin
    insert into cases.passage (authority_id, id, case_id, kind, text, words, at)
    select c.authority_id, passage, c.id, passage_kind, kept, cases.passage_words(c, kept), moment
    from cases.case_file c
    where c.authority_id = access.authority() and c.id = of_case
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    on conflict (authority_id, id) do update
    set case_id = excluded.case_id, text = excluded.text, words = excluded.words, at = excluded.at;
    insert into search.unlearned (kind, words) select 'CASE', search.folded(left(kept, 4000))
    where kept <> '' and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end $$;
comment on function cases.put_passage is
    'Makes a text of a case found; also where whoever moved the case may not read it any more';
revoke all on function cases.put_passage from public;
grant execute on function cases.put_passage to ${app};

create function cases.passage_of_case() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    perform cases.put_passage(new.id, new.id, 'CASE', new.description, new.opened_at);
    if tg_op = 'UPDATE' then
        update cases.passage p set words = cases.passage_words(new, p.text)
        where p.authority_id = new.authority_id and p.case_id = new.id and p.kind <> 'CASE';
    end if;
    return null;
end $$;
create trigger passage_of_case after insert on cases.case_file
    for each row execute function cases.passage_of_case();
create trigger passage_of_changed_case after update of subject, description, party_name, type_code, type_name,
    unit_id, confidentiality on cases.case_file
    for each row when (
        (old.subject, old.description, old.party_name, old.type_code, old.type_name, old.unit_id, old.confidentiality)
        is distinct from
        (new.subject, new.description, new.party_name, new.type_code, new.type_name, new.unit_id, new.confidentiality))
    execute function cases.passage_of_case();

create function cases.passage_of_note() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from cases.passage p where p.authority_id = old.authority_id and p.id = old.id;
    else
        perform cases.put_passage(new.case_id, new.id, 'NOTE', new.text, new.written_at);
    end if;
    return null;
end $$;
create trigger passage_of_note after insert or delete or update of text on cases.note
    for each row execute function cases.passage_of_note();

create type cases.hit as (
    case_id uuid, passage_id uuid, kind text, type_code text, unit_id uuid, status text, channel text,
    year int, opened_at timestamptz
);

-- What somebody asks: words, "exact phrases", or, -not. The words may be misspelled.
create function cases.asked(query text, meant boolean) returns tsquery
    stable security definer set search_path = '' set client_min_messages = 'warning' language plpgsql as $$
declare
    tokens text[] := (string_to_array(
        nullif(btrim(regexp_replace(search.folded(left(query, 200)), '[^[:alnum:]]+', ' ', 'g')), ''), ' '))[:8];
begin
    if not meant then
        return websearch_to_tsquery('search.dutch', left(query, 500));
    end if;
    return case when tokens is not null then search.asked(array['CASE'], 'search.dutch', tokens, 'MEANT') end;
end $$;
comment on function cases.asked is 'What somebody asks of the texts of cases, as the index understands it';

-- Of the values chosen in one facet any must hold; of those left out none.
create function cases.choosing(asked tsquery, marks text[], wanted boolean) returns tsquery
    immutable set search_path = '' language plpgsql as $$
declare
    choice tsquery := asked;
    facet record;
begin
    for facet in
        select string_agg(quote_literal(m.mark), ' | ')::tsquery as any_of
        from unnest(marks) as m (mark) group by left(m.mark, 2)
    loop
        choice := choice && case when wanted then facet.any_of else !! facet.any_of end;
    end loop;
    return choice;
end $$;
comment on function cases.choosing is 'The question, for the cases with or without these marks';

-- Text operators are not leakproof: this reviewed function applies the rule itself, once inside the index by the
-- marks and once by the case. The years are asked from the newest on, so that a word that is everywhere costs no
-- more than what is shown. One more than was asked says that there is more.
create function cases.hits(query text, meant boolean, wanted text[], unwanted text[], states text[], most int)
    returns table (case_id uuid, passage_id uuid, kind text, type_code text, unit_id uuid, status text, channel text,
        year int, opened_at timestamptz)
    stable security definer set search_path = '' set enable_seqscan = off language plpgsql as $$
#variable_conflict use_column
declare
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    asked tsquery := cases.asked(query, meant);
    visible tsquery := (
        select string_agg(quote_literal(m.mark), ' | ')::tsquery
        from (select '@l' || l from generate_series(0, cleared) as g (l)
              union all select '@u' || u from unnest(member) as g (u)) as m (mark));
    newest int := extract(year from now()) + 1;
    spans tsquery[] := array(
            select quote_literal('@y' || y)::tsquery from generate_series(newest, newest - 5, -1) as g (y))
        || (select !! string_agg(quote_literal('@y' || y), ' | ')::tsquery
            from generate_series(newest - 5, newest) as g (y));
    span tsquery;
    seen cases.hit[] := '{}';
begin
    if own is null or asked is null or querytree(asked) in ('', 'T') then
        return;
    end if;
    asked := cases.choosing(asked && quote_literal('@a' || own)::tsquery && visible, wanted, true);
    asked := cases.choosing(asked, unwanted, false);
    foreach span in array spans loop
        seen := seen || array(
            select (x.case_id, x.id, x.kind, x.type_code, x.unit_id, x.status, x.channel, x.year, x.opened_at)::cases.hit
            from (
                select distinct on (f.case_id) f.*
                from (
                    select p.case_id, p.id, p.kind, c.type_code, c.unit_id, c.status, c.channel, c.opened_at,
                        extract(year from c.opened_at at time zone 'Europe/Brussels')::int as year
                    from cases.passage p
                    join cases.case_file c on c.authority_id = own and c.id = p.case_id
                    where p.words @@ (asked && span) and p.authority_id = own
                      and (c.confidentiality <= cleared or c.unit_id = any (member))
                      and (states is null or c.status = any (states))
                    limit 8 * most + 8
                ) f
                order by f.case_id, f.kind <> 'CASE', f.id desc
            ) x
            order by x.opened_at desc
            limit most + 1 - cardinality(seen));
        exit when cardinality(seen) > most;
    end loop;
    return query select s.* from unnest(seen) as s;
end $$;
comment on function cases.hits is 'The cases that the caller may see with a text that answers the question, newest first';

create function cases.snippets(query text, meant boolean, passages uuid[]) returns table (passage_id uuid, snippet text)
    stable security definer set search_path = '' language plpgsql as $$
declare
    own uuid := access.authority();
    asked tsquery := cases.asked(query, meant);
begin
    return query
        select p.id, ts_headline('search.dutch', translate(left(p.text, 20000), U&'\E000\E001', ''), asked,
            U&'StartSel=\E000, StopSel=\E001, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "')
        from cases.passage p
        join cases.case_file c on c.authority_id = p.authority_id and c.id = p.case_id
        where p.authority_id = own and p.id = any (passages[:200])
          and (c.confidentiality <= access.clearance() or c.unit_id = any (access.units()));
end $$;
comment on function cases.snippets is 'Where in these texts the words stand, marked with U+E000 and U+E001';

do $$
declare
    reviewed regprocedure;
begin
    for reviewed in
        select p.oid from pg_proc p
        where p.pronamespace = 'cases'::regnamespace
          and p.proname in ('passage_words', 'passage_of_case', 'passage_of_note', 'choosing', 'hits', 'asked',
              'snippets')
    loop
        execute format('revoke all on function %s from public', reviewed);
    end loop;
    grant execute on function cases.hits, cases.snippets to ${app};
end $$;

insert into cases.passage (authority_id, id, case_id, kind, text, words, at)
select c.authority_id, c.id, c.id, 'CASE', left(c.description, 100000),
    cases.passage_words(c, left(c.description, 100000)), c.opened_at
from cases.case_file c;
insert into cases.passage (authority_id, id, case_id, kind, text, words, at)
select n.authority_id, n.id, n.case_id, 'NOTE', left(n.text, 100000),
    cases.passage_words(c, left(n.text, 100000)), n.written_at
from cases.note n join cases.case_file c on c.authority_id = n.authority_id and c.id = n.case_id;
