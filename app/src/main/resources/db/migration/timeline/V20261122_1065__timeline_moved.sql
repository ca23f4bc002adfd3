-- What is told about a confidential thing goes with it to another unit, out of sight of whoever gave it away.
create index on timeline.line (authority_id, ref_id);
create function timeline.moved(thing uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update timeline.line l set unit_id = successor
    where l.authority_id = access.authority() and (l.subject_id = thing or l.ref_id = thing)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function timeline.moved is 'The lines about something that went to another unit go with it';
revoke all on function timeline.moved from public;
grant execute on function timeline.moved to ${app};
