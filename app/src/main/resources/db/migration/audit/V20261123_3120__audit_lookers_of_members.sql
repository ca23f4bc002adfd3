-- A customer may be several profiles; who looked at one of them looked at him.
drop function audit.lookers_of_party;
create function audit.lookers_of_party(party uuid[], most int)
    returns table (actor_name text, at timestamptz, purpose text)
    stable security definer set search_path = '' language sql
begin atomic
    with about as materialized (
        select e.* from audit.event e where e.parties && party
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
comment on function audit.lookers_of_party is
    'Who looked at one customer as far as the caller may know: each once, with the last time';
revoke all on function audit.lookers_of_party from public;
grant execute on function audit.lookers_of_party to ${app};
