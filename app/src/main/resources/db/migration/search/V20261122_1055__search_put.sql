-- Whoever gives a confidential thing to another unit cannot see its row any more, but must still write it.
create function search.put(thing_kind text, thing uuid, unit uuid, level int, thing_number text,
        thing_title text, thing_hint text, body text, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    insert into search.entry (authority_id, kind, ref, unit_id, confidentiality, number, title, hint,
        words, folded, at)
    select access.authority(), thing_kind, thing, unit, level, thing_number, thing_title, thing_hint,
        setweight(to_tsvector('search.dutch', concat_ws(' ', thing_number, thing_title, thing_hint)), 'A')
            || to_tsvector('search.dutch', body),
        search.folded(concat_ws(' ', thing_number, thing_title, thing_hint)), moment
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    on conflict (authority_id, kind, ref) do update
    set unit_id = excluded.unit_id, confidentiality = excluded.confidentiality,
        number = excluded.number, title = excluded.title, hint = excluded.hint,
        words = excluded.words, folded = excluded.folded, at = excluded.at;
end;
comment on function search.put is 'Makes something of the own authority findable, or by its new words';
revoke all on function search.put from public;
grant execute on function search.put to ${app};
