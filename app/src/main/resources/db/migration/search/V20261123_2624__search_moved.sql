-- What went to another unit is found by its people, also where whoever moved it could not read it.
create function search.moved(thing_kind text, thing uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update search.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level)
    where e.authority_id = access.authority() and e.kind = thing_kind and e.ref = thing
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function search.moved is
    'Something that went to another unit is found there, by those who may see this level';
revoke all on function search.moved from public;
grant execute on function search.moved to ${app};
