-- Who looked is found by the person first: an index on the authority would lead through its whole log.
create or replace function audit.lookers_of_party(party uuid, most int)
    returns table (actor_name text, at timestamptz, purpose text)
    stable security definer set search_path = '' language sql
begin atomic
    with about as materialized (
        select e.* from audit.event e where e.parties @> array[party]
    )
    select looked.actor_name, looked.at, looked.purpose
    from (
        select distinct on (e.actor) e.actor_name, e.at, e.purpose from about e
        where e.kind = 'CONSULTATION'
          and e.authority_id = (select access.authority())
          and (e.confidentiality <= (select access.clearance())
            or e.unit_id = any ((select access.units())::uuid[]))
        order by e.actor, e.at desc
    ) as looked
    order by looked.at desc
    limit most;
end;

create or replace function audit.worked_on_party(party uuid, besides text) returns text
    stable security definer set search_path = '' language sql
begin atomic
    with about as materialized (
        select e.* from audit.event e where e.parties @> array[party]
    )
    select case when e.authority_id = (select access.authority()) then e.actor_name else a.name end
    from about e
    join access.authority a on a.id = e.authority_id
    where e.kind = 'ACTION'
      and a.group_id = (select access.authority_group())
      and not (e.authority_id = (select access.authority()) and e.actor_name = besides)
    order by e.at desc
    limit 1;
end;
