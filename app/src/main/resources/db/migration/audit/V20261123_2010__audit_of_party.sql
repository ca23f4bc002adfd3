-- Each page that shows customers adds to this index and each customer page asks it: no list of what
-- still has to be sorted in, that every question would read to its end.
alter index audit.event_parties set (fastupdate = off);

create or replace function audit.of_party(party uuid, most int) returns setof audit.event
    stable security definer set search_path = '' language sql
begin atomic
    select e.* from audit.event e
    where e.parties @> array[party]
      and e.authority_id = (select access.authority())
      and (e.confidentiality <= (select access.clearance())
        or e.unit_id = any ((select access.units())::uuid[]))
    order by e.at desc
    limit most;
end;
