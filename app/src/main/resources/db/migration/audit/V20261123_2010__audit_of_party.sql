-- Each page that shows customers adds to this index and each customer page asks it: no list of what
-- still has to be sorted in, that every question would read to its end.
alter index audit.event_parties set (fastupdate = off);

-- Arrays are not leakproof: these reviewed functions apply the rule themselves and keep the index.
drop function audit.of_party(uuid, int);

create function audit.lookers_of_party(party uuid, most int)
    returns table (actor_name text, at timestamptz, purpose text)
    stable security definer set search_path = '' language sql
begin atomic
    select looked.actor_name, looked.at, looked.purpose
    from (
        select distinct on (e.actor) e.actor_name, e.at, e.purpose from audit.event e
        where e.parties @> array[party]
          and e.kind = 'CONSULTATION'
          and e.authority_id = (select access.authority())
          and (e.confidentiality <= (select access.clearance())
            or e.unit_id = any ((select access.units())::uuid[]))
        order by e.actor, e.at desc
    ) as looked
    order by looked.at desc
    limit most;
end;
comment on function audit.lookers_of_party is
    'Who looked at one person as far as the caller may know: each once, with the last time';
revoke all on function audit.lookers_of_party from public;
grant execute on function audit.lookers_of_party to ${app};

-- Customers are shared: what a sister authority did with one counts too, but not who did it.
create function audit.worked_on_party(party uuid, besides text) returns text
    stable security definer set search_path = '' language sql
begin atomic
    select case when e.authority_id = (select access.authority()) then e.actor_name else a.name end
    from audit.event e
    join access.authority a on a.id = e.authority_id
    where e.parties @> array[party]
      and e.kind = 'ACTION'
      and a.group_id = (select access.authority_group())
      and not (e.authority_id = (select access.authority()) and e.actor_name = besides)
    order by e.at desc
    limit 1;
end;
comment on function audit.worked_on_party is
    'Who else did something with one person: a colleague by name, or a sister authority';
revoke all on function audit.worked_on_party from public;
grant execute on function audit.worked_on_party to ${app};
