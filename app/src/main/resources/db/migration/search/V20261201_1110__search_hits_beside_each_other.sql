-- What is asked and where it may lie are conditions beside each other instead of one: for one condition of many words the
-- index weighs all of them for each thing that holds the rarest, for several it only compares places. How alike a title
-- is is asked of what is shown only.
create or replace function search.hits(asked tsquery, wanted text[], plain text, newest boolean)
    returns setof search.hit
    stable security definer
    set search_path = '' set enable_seqscan = off set enable_indexscan = off
    language plpgsql as $$
declare
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    marked tsquery := (
        select string_agg(quote_literal('@' || own::text || w.kind), ' | ')::tsquery
        from unnest(wanted) as w (kind));
begin
    if own is null or asked is null or numnode(asked) = 0 or cardinality(wanted) = 0 then
        return;
    end if;
    if newest then
        return query
            select n.kind, n.ref, n.number, n.title, n.hint, n.at,
                (0.5 + public.similarity(search.folded(n.title), plain))::real
            from (
                select e.kind, e.ref, e.number, e.title, e.hint, e.at
                from search.entry e
                where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ asked
                  and e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ marked
                  and e.authority_id = own
                  and (e.confidentiality <= cleared or e.unit_id = any (member))
                order by e.at desc
                limit 200) n
            order by n.at desc;
    else
        return query
            select e.kind, e.ref, e.number, e.title, e.hint, e.at,
                (0.5 + 2 * public.similarity(search.folded(e.title), plain))::real
            from search.entry e
            where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ asked
              and e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ marked
              and e.authority_id = own
              and (e.confidentiality <= cleared or e.unit_id = any (member))
            limit 200;
    end if;
end $$;

-- The index does not know that a word stands in a title; that is asked of the words themselves, of what it found.
create or replace function search.refs(query text, thing_kind text)
    returns setof uuid
    stable security definer
    set search_path = '' set enable_seqscan = off
    language plpgsql as $$
declare
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    lexemes text[] := tsvector_to_array(to_tsvector('search.dutch',
        regexp_replace(search.folded(left(query, 200)), '[^[:alnum:]]+', ' ', 'g')));
    anywhere tsquery := (select string_agg(quote_literal(w.lexeme), ' & ')::tsquery from unnest(lexemes) as w (lexeme));
    titled tsquery := (select string_agg(quote_literal(w.lexeme) || ':A', ' & ')::tsquery from unnest(lexemes) as w (lexeme));
begin
    if own is null then
        return;
    end if;
    return query
        select e.ref from search.entry e
        where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind)) @@ anywhere
          and e.words || array_to_tsvector(search.marks(e.authority_id, e.kind))
                @@ quote_literal('@' || own::text || thing_kind)::tsquery
          and e.words @@ titled
          and e.authority_id = own and e.kind = thing_kind
          and (e.confidentiality <= cleared or e.unit_id = any (member))
        union
        select e.ref from search.entry e
        where e.authority_id = own and e.number = upper(btrim(left(query, 40))) and e.kind = thing_kind
          and (e.confidentiality <= cleared or e.unit_id = any (member));
end $$;
