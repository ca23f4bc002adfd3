-- What a customer may know of who looked at him: on which days, for what and how often, not the name of the colleague.
create function audit.consultations_of_party(party uuid[], most int)
    returns table (day date, purpose text, times bigint)
    stable security definer set search_path = '' language sql
begin atomic
    with about as materialized (
        select e.* from audit.event e where e.parties && party
    )
    select (e.at at time zone 'Europe/Brussels')::date, e.purpose, count(*)
    from about e
    where e.kind = 'CONSULTATION'
      and e.authority_id = (select access.authority())
      and (e.confidentiality <= (select access.clearance())
        or e.unit_id = any ((select access.units())::uuid[]))
    group by 1, 2
    order by 1 desc, 2
    limit most;
end;
comment on function audit.consultations_of_party is
    'On which days and for what a customer was looked at, as far as the caller may know';
revoke all on function audit.consultations_of_party from public;
grant execute on function audit.consultations_of_party to ${app};
