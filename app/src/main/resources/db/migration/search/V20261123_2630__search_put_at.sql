-- A customer belongs to a group: what is found of him is written for each authority that knows him. For definer
-- functions of the modules that know which those are; the application itself may not call it.
create function search.put_at(owners uuid[], thing_kind text, thing uuid, level int, thing_number text,
        thing_title text, thing_hint text, body text, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    insert into search.entry (authority_id, kind, ref, confidentiality, number, title, hint, words,
        folded, at)
    select o.id, thing_kind, thing, level, thing_number, thing_title, thing_hint,
        setweight(to_tsvector('search.dutch', concat_ws(' ', thing_number, thing_title, thing_hint)), 'A')
            || to_tsvector('search.dutch', body),
        search.folded(concat_ws(' ', thing_number, thing_title, thing_hint)), moment
    from unnest(owners) as o (id)
    on conflict (authority_id, kind, ref) do update
    set unit_id = excluded.unit_id, confidentiality = excluded.confidentiality,
        number = excluded.number, title = excluded.title, hint = excluded.hint,
        words = excluded.words, folded = excluded.folded, at = excluded.at;
end;
comment on function search.put_at is
    'Makes something findable in several authorities, or by its new words; called by definer functions only';
revoke all on function search.put_at from public;
