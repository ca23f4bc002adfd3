-- Text operators are not leakproof and lose their index behind a row rule: this reviewed function applies the rule
-- itself. Names that begin with what was typed come first; words anywhere in a name, in any order, are asked only
-- when those are few, and typing errors are forgiven only when no name begins so and hardly any has these words.
create function kbo.typed(tokens text[], place text) returns tsquery
    stable set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
    clauses text[] := '{}';
    last text := tokens[cardinality(tokens)];
begin
    if cardinality(tokens) = 0 then
        return null;
    end if;
    clauses := array(select quote_literal(t.token) from unnest(trim_array(tokens, 1)) as t (token));
    if length(last) >= 3 then
        clauses := clauses || (
            select '(' || string_agg(quote_literal(w.word), ' | ') || ')'
            from (select last as word
                  union all
                  (select x.word from kbo.word x
                   where x.word > last and x.word < last || chr(1114111)
                   order by x.names desc
                   limit 60)) w);
    end if;
    return case when cardinality(clauses) > 0
        then array_to_string(clauses || quote_literal('@' || place), ' & ')::tsquery end;
end $$;
comment on function kbo.typed is 'All words that were typed, of which the last may not be whole yet';

create function kbo.one_off(token text) returns setof text
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
comment on function kbo.one_off is 'All that somebody may have meant who made one typing error';

-- One error is looked up word by word, in a millisecond; only what that does not explain is compared with all words.
create function kbo.alike(token text) returns text[]
    stable set search_path = '' set enable_seqscan = off set pg_trgm.similarity_threshold = '0.5'
    language plpgsql as $$
declare
    words text[] := array(
        select w.word from (select distinct o.word from kbo.one_off(token) as o (word)) o
        join kbo.word w on w.word = o.word
        order by w.names desc
        limit 15);
begin
    if cardinality(words) = 0 and length(token) >= 4 then
        words := array(
            select w.word from kbo.word w where w.word like '%' || token || '%' order by w.names desc limit 15);
    end if;
    if cardinality(words) = 0 and length(token) >= 6 then
        words := array(
            select w.word from kbo.word w
            where w.word operator(public.%) token
            order by public.similarity(w.word, token) desc, w.names desc
            limit 15);
    end if;
    return words || token;
end $$;
comment on function kbo.alike is 'A word and others: with one typing error, else with it inside, else alike';

create function kbo.meant(tokens text[], place text) returns tsquery
    stable set search_path = '' language plpgsql as $$
declare
    clauses text[] := '{}';
    token text;
    known int;
    unknown boolean := exists (
        select from unnest(tokens) as t (word)
        where length(t.word) >= 3 and not exists (select from kbo.word w where w.word = t.word));
begin
    foreach token in array tokens loop
        continue when length(token) < 3;
        known := (select w.names from kbo.word w where w.word = token);
        if known >= 100 or (unknown and known is not null) then
            clauses := clauses || quote_literal(token);
        else
            clauses := clauses || (
                select '(' || string_agg(quote_literal(a.word), ' | ') || ')'
                from unnest(kbo.alike(token)) as a (word));
        end if;
    end loop;
    return case when cardinality(clauses) > 0
        then array_to_string(clauses || quote_literal('@' || place), ' & ')::tsquery end;
end $$;
comment on function kbo.meant is 'The words that were perhaps meant, where nobody uses what was typed';

create function kbo.search(tokens text[], joined text[], place text, most int)
    returns table (entity bigint, enterprise bigint, name text, rank real)
    stable security definer set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
    asked text := array_to_string(tokens, ' ');
    beyond text := array_to_string(tokens, ' ') || chr(1114111);
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'MACHINE', 'SERVICE') or asked = '' then
        return;
    end if;
    return query
        with begun as materialized (
            (select d.entity_number, d.enterprise_number, d.name, d.folded from kbo.denomination d
             where place is null and d.folded >= asked and d.folded < beyond
             order by d.folded
             limit most * 3)
            union all
            (select d.entity_number, d.enterprise_number, d.name, d.folded from kbo.denomination d
             where d.postcode = place and d.folded >= asked and d.folded < beyond
             order by d.folded
             limit most * 3)
        ), worded as materialized (
            select d.entity_number, d.enterprise_number, d.name, d.folded from kbo.denomination d
            where (select count(distinct b.enterprise_number) from begun b) < most
              and array_to_tsvector(string_to_array(d.folded, ' ') || string_to_array(d.joined, ' ') || d.marks)
                @@ (select coalesce(t.apart || t.joined, t.apart, t.joined)
                    from (select kbo.typed(tokens, place), kbo.typed(search.joined, place)) t (apart, joined))
            limit 80
        ), alike as materialized (
            select d.entity_number, d.enterprise_number, d.name, d.folded from kbo.denomination d
            where not exists (select from begun) and (select count(*) from worded) < 3
              and array_to_tsvector(string_to_array(d.folded, ' ') || string_to_array(d.joined, ' ') || d.marks)
                @@ (select coalesce(t.apart || t.joined, t.apart, t.joined)
                    from (select kbo.meant(tokens, place), kbo.meant(search.joined, place)) t (apart, joined))
            limit 80
        ), scored as (
            select c.*,
                (case when c.folded = asked then 2 when starts_with(c.folded, asked) then 1 else 0 end
                    + public.similarity(c.folded, asked)
                    + case when c.entity_number = c.enterprise_number then 0.05 else 0 end)::real as score
            from (select * from begun union all select * from worded union all select * from alike) c
        ), best as (
            select distinct on (s.enterprise_number) s.* from scored s
            order by s.enterprise_number, s.score desc, s.entity_number
        )
        select b.entity_number, b.enterprise_number, b.name, b.score
        from best b
        order by b.score desc, b.folded, b.enterprise_number
        limit most;
end $$;
comment on function kbo.search is
    'Enterprises with a name like this, best first; tokens as the product folds names, apart and joined';

do $$
declare
    reviewed regprocedure;
begin
    for reviewed in
        select p.oid from pg_proc p
        where p.pronamespace = 'kbo'::regnamespace and p.proname in ('typed', 'one_off', 'alike', 'meant', 'search')
    loop
        execute format('revoke all on function %s from public', reviewed);
    end loop;
    grant execute on function kbo.search to ${app};
end $$;
