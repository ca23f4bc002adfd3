-- A hyphen within a word is how somebody is called (Anne-Marie, Peters-Janssens); only before one it leaves out.
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
    operators boolean := query ~ '"|(^|\s)-\S';
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
