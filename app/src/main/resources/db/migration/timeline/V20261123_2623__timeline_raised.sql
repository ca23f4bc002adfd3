-- What went to another unit may be more confidential there, and what was told about it with it.
create function timeline.raised(thing uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update timeline.line l
    set unit_id = successor, confidentiality = greatest(l.confidentiality, level)
    where l.authority_id = access.authority() and (l.subject_id = thing or l.ref_id = thing)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function timeline.raised is
    'The lines about something that went to another unit go with it, at least as confidential as this level';
revoke all on function timeline.raised from public;
grant execute on function timeline.raised to ${app};
