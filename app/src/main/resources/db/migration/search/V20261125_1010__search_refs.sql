-- A list narrows itself by words: which things of a kind have them all in what names them (number, title, hint).
-- Text operators are not leakproof: this reviewed function applies the rule itself and keeps the index.
create function search.refs(query text, thing_kind text) returns setof uuid
    stable security definer set search_path = '' set enable_seqscan = off language plpgsql as $$
declare
    own uuid := access.authority();
    cleared int := access.clearance();
    member uuid[] := access.units();
    asked tsquery := (
        select string_agg(quote_literal(w.lexeme) || ':A', ' & ')::tsquery
        from unnest(to_tsvector('search.dutch',
            regexp_replace(search.folded(left(query, 200)), '[^[:alnum:]]+', ' ', 'g'))) as w);
begin
    if own is null then
        return;
    end if;
    return query
        select e.ref from search.entry e
        where e.words || array_to_tsvector(search.marks(e.authority_id, e.kind))
                @@ (asked && quote_literal('@' || own::text || thing_kind)::tsquery)
          and e.authority_id = own and e.kind = thing_kind
          and (e.confidentiality <= cleared or e.unit_id = any (member))
        union
        select e.ref from search.entry e
        where e.authority_id = own and e.number = upper(btrim(left(query, 40))) and e.kind = thing_kind
          and (e.confidentiality <= cleared or e.unit_id = any (member));
end $$;
comment on function search.refs is
    'The things of a kind that the caller may see and that are named by all these words, or have this number';
revoke all on function search.refs from public;
grant execute on function search.refs to ${app};
