-- Names are not language: no stems, and nobody is called by a stop word ("Ben", "Wil", "Van den Broeck").
create text search configuration search.names (copy = simple);
alter text search configuration search.names
    alter mapping for asciiword, word, hword, hword_part, asciihword, hword_asciipart
    with unaccent, simple;

-- Which words there are, so that a typing error is looked up among words and not among millions of things.
create table search.word (
    kind text not null,
    word text collate "C" not null,
    entries int not null,
    primary key (word, kind)
);
-- On an expression, so that nobody asks this index for a word that is equal.
create index word_alike on search.word using gin ((word || '') gin_trgm_ops);
comment on table search.word is
    'A word that is used in things of a kind, and about how often; not by whom or in which. [not personal]';

create table search.unlearned (
    id bigint generated always as identity primary key,
    kind text not null,
    words text not null
);
comment on table search.unlearned is
    'Words of what was just written, until they are counted. [personal: a minute]';
grant select on search.word, search.unlearned to ${app};
alter table search.word enable row level security;
create policy word_counted on search.word using ((select access.kind()) = 'SERVICE');
alter table search.unlearned enable row level security;
create policy unlearned_counted on search.unlearned using ((select access.kind()) = 'SERVICE');

-- Somebody writes his name apart, another joins it: Van den Broeck, Vandenbroeck.
create function search.joined(title text) returns text
    immutable parallel safe set search_path = '' language sql
begin atomic
    select array_to_string(t.parts[2:], '')
    from (select regexp_split_to_array(btrim(regexp_replace(search.folded(title), '[^[:alnum:]]+', ' ', 'g')), ' ')) t (parts)
    where cardinality(t.parts) between 3 and 6;
end;
comment on function search.joined is 'A family name of several words as one word; the given name comes first';

create function search.words(thing_kind text, thing_number text, thing_title text, thing_hint text, body text)
    returns tsvector immutable parallel safe set search_path = '' language sql
begin atomic
    select case when thing_kind = 'PARTY' then
        setweight(to_tsvector('search.names', concat_ws(' ', thing_number, thing_title)), 'A')
            || to_tsvector('search.names', concat_ws(' ', thing_hint, body)) || to_tsvector('search.names', coalesce(search.joined(thing_title), ''))
    else
        setweight(to_tsvector('search.dutch', concat_ws(' ', thing_number, thing_title, thing_hint)), 'A')
            || to_tsvector('search.dutch', body)
    end;
end;
comment on function search.words is 'The words by which something is found';

create function search.named(thing_kind text, thing_title text, thing_hint text) returns text
    immutable parallel safe set search_path = '' language sql
begin atomic
    select search.folded(case when thing_kind = 'PARTY'
        then concat_ws(' ', thing_title, search.joined(thing_title))
        else thing_title || ' ' || thing_hint end);
end;
comment on function search.named is 'The words of something that others may misspell';

create or replace function search.put(thing_kind text, thing uuid, unit uuid, level int, thing_number text,
        thing_title text, thing_hint text, body text, moment timestamptz) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    insert into search.unlearned (kind, words)
    select thing_kind, search.named(thing_kind, thing_title, thing_hint)
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
    insert into search.entry (authority_id, kind, ref, unit_id, confidentiality, number, title, hint,
        words, at)
    select access.authority(), thing_kind, thing, unit, level, thing_number, thing_title, thing_hint,
        search.words(thing_kind, thing_number, thing_title, thing_hint, body), moment
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    on conflict (authority_id, kind, ref) do update
    set unit_id = excluded.unit_id, confidentiality = excluded.confidentiality,
        number = excluded.number, title = excluded.title, hint = excluded.hint,
        words = excluded.words, at = excluded.at;
end $$;

create or replace function search.put_at(owners uuid[], thing_kind text, thing uuid, level int, thing_number text,
        thing_title text, thing_hint text, body text, moment timestamptz) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    insert into search.unlearned (kind, words)
    values (thing_kind, search.named(thing_kind, thing_title, thing_hint));
    insert into search.entry (authority_id, kind, ref, confidentiality, number, title, hint, words, at)
    select o.id, thing_kind, thing, level, thing_number, thing_title, thing_hint,
        search.words(thing_kind, thing_number, thing_title, thing_hint, body), moment
    from unnest(owners) as o (id)
    on conflict (authority_id, kind, ref) do update
    set unit_id = excluded.unit_id, confidentiality = excluded.confidentiality,
        number = excluded.number, title = excluded.title, hint = excluded.hint,
        words = excluded.words, at = excluded.at;
end $$;

create function search.count_words(kinds text[], texts text[]) returns void
    volatile set search_path = '' language sql
begin atomic
    insert into search.word as w (kind, word, entries)
    select u.kind, s.word, count(*)
    from unnest(kinds, texts) as u (kind, words), regexp_split_to_table(u.words, '[^[:alpha:]]+') as s (word)
    where length(s.word) between 2 and 40
    group by u.kind, s.word
    order by u.kind, s.word
    on conflict (word, kind) do update set entries = w.entries + excluded.entries;
end;

create function search.learn(most int) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    kinds text[];
    texts text[];
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    with gone as (
        delete from search.unlearned u
        where u.id in (select x.id from search.unlearned x order by x.id limit most for update skip locked)
        returning u.kind, u.words
    )
    select array_agg(g.kind), array_agg(g.words) into kinds, texts from gone g;
    perform search.count_words(kinds, texts);
    return coalesce(cardinality(kinds), 0);
end $$;
comment on function search.learn is 'Counts the words of what was written since, and says of how many things';

create function search.one_off(token text) returns setof text
    immutable parallel safe set search_path = '' language sql
begin atomic
    select left(token, i - 1) || substr(token, i + 1) from generate_series(1, length(token)) as g (i)
    union all
    select left(token, i - 1) || substr(token, i + 1, 1) || substr(token, i, 1) || substr(token, i + 2)
    from generate_series(1, length(token) - 1) as g (i)
    union all
    select left(token, i - 1) || c.letter || substr(token, i + 1)
    from generate_series(1, length(token)) as g (i),
        unnest(string_to_array('abcdefghijklmnopqrstuvwxyz', null)) as c (letter)
    union all
    select left(token, i) || c.letter || substr(token, i + 1)
    from generate_series(0, length(token)) as g (i),
        unnest(string_to_array('abcdefghijklmnopqrstuvwxyz', null)) as c (letter);
end;
comment on function search.one_off is 'All that somebody may have meant who made one typing error';

-- One error is looked up word by word, in a millisecond; only what that does not explain is compared with all words.
create function search.alike(kinds text[], token text) returns text[]
    stable set search_path = '' set enable_seqscan = off set pg_trgm.similarity_threshold = '0.45'
    language plpgsql as $$
declare
    words text[] := array(
        select w.word
        from (select distinct o.word collate "C" as word from search.one_off(token) as o (word)) o
        join search.word w on w.word = o.word and w.kind = any (kinds)
        group by w.word
        order by sum(w.entries) desc
        limit 12);
begin
    if cardinality(words) = 0 and length(token) >= 5 then
        words := array(
            select w.word from search.word w
            where (w.word || '') operator(public.%) token and w.kind = any (kinds)
            group by w.word
            order by public.similarity(w.word, token) desc, sum(w.entries) desc
            limit 12);
    end if;
    return words || token;
end $$;
comment on function search.alike is 'A word and others: with one typing error, else alike';

create function search.begun(kinds text[], token text) returns text[]
    stable set search_path = '' set enable_seqscan = off language sql
begin atomic
    select array(
        select w.word from search.word w
        where w.kind = any (kinds) and w.word >= token collate "C"
          and w.word < (token || chr(1114111)) collate "C"
        group by w.word
        order by sum(w.entries) desc
        limit 20) || token;
end;
comment on function search.begun is 'A word that may not be whole yet, and what it may become';

create function search.any_of(words text[]) returns text
    immutable parallel safe set search_path = '' language sql
begin atomic
    select '(' || string_agg(quote_literal(w.word), ' | ') || ')' from unnest(words) as w (word);
end;

-- What somebody types: the words as they are, the last perhaps not whole yet, or all perhaps misspelled. Whoever
-- misspells a name hardly knows in how many pieces its particles are written.
create function search.asked(kinds text[], config regconfig, tokens text[], how text) returns tsquery
    stable set search_path = '' set client_min_messages = 'warning' language plpgsql as $$
declare
    names text[] := array(
        select t.word from unnest(tokens) with ordinality as t (word, place)
        where t.word <> all (array['van', 'de', 'den', 'der', 'vande', 'vanden', 'vander', 'le', 'la', 'du', 'ten', 'ter'])
        order by t.place);
    clauses text[];
    every text;
    count int;
begin
    if how = 'MEANT' and cardinality(names) > 0 then
        tokens := names;
    end if;
    count := cardinality(tokens);
    if cardinality(kinds) = 0 or count = 0 then
        return null;
    end if;
    for i in 1 .. count loop
        clauses := clauses || case
            when how = 'MEANT' and tokens[i] ~ '^[[:alpha:]]{3,}$'
                then search.any_of(search.alike(kinds, tokens[i]))
            when how = 'BEGUN' and i = count and tokens[i] ~ '^[[:alpha:]]{2,}$'
                then search.any_of(search.begun(kinds, tokens[i]))
            else quote_literal(tokens[i]) end;
    end loop;
    every := array_to_string(clauses, ' & ');
    if how = 'WHOLE' and count between 2 and 6 then
        every := concat_ws(' | ', '(' || every || ')', quote_literal(array_to_string(tokens, '')),
            case when count > 2 then
                quote_literal(tokens[1]) || ' & ' || quote_literal(array_to_string(tokens[2:], '')) || ' | '
                || quote_literal(array_to_string(tokens[:count - 1], '')) || ' & ' || quote_literal(tokens[count]) end);
    end if;
    return to_tsquery(config, every);
end $$;

create type search.hit as (
    kind text, ref uuid, number text, title text, hint text, at timestamptz, rank real
);

-- Text operators are not leakproof: this reviewed function applies the rule itself and keeps the index. Among
-- customers any two hundred will do, since who asks for a name that thousands have must say more; of other
-- things the newest come first. A plan that hopes to meet two hundred soon would read millions for a rare name.
create function search.hits(asked tsquery, wanted text[], plain text, newest boolean) returns setof search.hit
    stable security definer set search_path = '' set enable_seqscan = off set enable_indexscan = off
    language plpgsql as $$
declare
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    marked tsquery := asked && (
        select string_agg(quote_literal('@' || own::text || w.kind), ' | ')::tsquery
        from unnest(wanted) as w (kind));
begin
    if own is null or asked is null or numnode(asked) = 0 or cardinality(wanted) = 0 then
        return;
    end if;
    if newest then
        return query
            select e.kind, e.ref, e.number, e.title, e.hint, e.at,
                (0.5 + public.similarity(search.folded(e.title), plain))::real
            from search.entry e
            where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ marked
              and e.authority_id = own
              and (e.confidentiality <= cleared or e.unit_id = any (member))
            order by e.at desc
            limit 200;
    else
        return query
            select e.kind, e.ref, e.number, e.title, e.hint, e.at,
                (0.5 + 2 * public.similarity(search.folded(e.title), plain))::real
            from search.entry e
            where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ marked
              and e.authority_id = own
              and (e.confidentiality <= cleared or e.unit_id = any (member))
            limit 200;
    end if;
end $$;

create or replace function search.find(query text, kinds text[], most int)
    returns table (kind text, ref uuid, number text, title text, hint text, at timestamptz, rank real)
    stable security definer set search_path = '' set client_min_messages = 'warning'
    language plpgsql as $$
declare
    plain text := btrim(regexp_replace(search.folded(left(query, 200)), '[^[:alnum:]]+', ' ', 'g'));
    tokens text[] := (string_to_array(nullif(plain, ''), ' '))[:12];
    things text[] := array(
        select k.kind from unnest(coalesce(kinds, array['CASE', 'POST', 'CONTACT'])) as k (kind)
        where k.kind <> 'PARTY');
    people text[] := case when kinds is null or 'PARTY' = any (kinds) then array['PARTY'] else '{}' end;
    said text := left(query, 300);
    operators boolean := query ~ '["-]';
    found search.hit[];
    asked tsquery;
    how text;
begin
    if access.authority() is null or tokens is null then
        return;
    end if;
    found := array(
        select (e.kind, e.ref, e.number, e.title, e.hint, e.at, 10)::search.hit
        from search.entry e
        where e.authority_id = access.authority() and e.number = upper(btrim(query))
          and (kinds is null or e.kind = any (kinds))
          and (e.confidentiality <= access.clearance() or e.unit_id = any (access.units())));
    if cardinality(things) > 0 then
        found := found || array(select h from search.hits(
            websearch_to_tsquery('search.dutch', said), things, plain, true) h);
    end if;
    if cardinality(people) > 0 then
        asked := websearch_to_tsquery('search.names', said);
        found := found || array(select h from search.hits(
            case when operators then asked
                 else coalesce(asked || search.asked(people, 'search.names', tokens, 'WHOLE'), asked) end,
            people, plain, false) h);
    end if;
    foreach how in array array['BEGUN', 'MEANT'] loop
        exit when operators or cardinality(found) >= case when cardinality(tokens) > 1 then 1 else 5 end;
        if cardinality(things) > 0 then
            found := found || array(select h from search.hits(
                search.asked(things, 'search.dutch', tokens, how), things, plain, true) h);
        end if;
        if cardinality(people) > 0 then
            found := found || array(select h from search.hits(
                search.asked(people, 'search.names', tokens, how), people, plain, false) h);
        end if;
    end loop;
    return query
        select f.kind, f.ref, f.number, f.title, f.hint, f.at, max(f.rank)
        from unnest(found) as f
        group by f.kind, f.ref, f.number, f.title, f.hint, f.at
        order by max(f.rank) desc, f.at desc
        limit most;
end $$;

-- What is there already is learned in the next minute.
insert into search.unlearned (kind, words)
select e.kind, search.named(e.kind, e.title, e.hint) from search.entry e;

drop index search.entry_folded;
alter table search.entry drop column folded;

do $$
declare
    reviewed regprocedure;
begin
    for reviewed in
        select p.oid from pg_proc p
        where p.pronamespace = 'search'::regnamespace
          and p.proname in ('joined', 'words', 'named', 'count_words', 'learn', 'one_off', 'alike', 'begun',
              'any_of', 'asked', 'hits')
    loop
        execute format('revoke all on function %s from public', reviewed);
    end loop;
    grant execute on function search.learn to ${app};
end $$;
