-- What is told of something is no less confidential than that has become.
create function timeline.closer(thing uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update timeline.line l set confidentiality = level
    where l.authority_id = access.authority() and l.ref_id = thing and l.confidentiality < level
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function timeline.closer is 'The lines that lead to something are at least as confidential as this level';
revoke all on function timeline.closer from public;
grant execute on function timeline.closer to ${app};
