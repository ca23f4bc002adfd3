-- A role counts where it was given. In a unit it opens that unit, whose members see everything of it
-- anyway, and no confidential file elsewhere; spreading the work of all units asks a role everywhere.
-- What a role without a right to see post or cases is cleared for (the privacy officer's log) does not
-- open the cases that another role shows.
create or replace function organisation.standing(account uuid, authority uuid, today date)
    returns table (employee_id uuid, name text, permissions text[], units uuid[], clearance int,
        next_change date)
    stable security definer set search_path = '' language sql
begin atomic
    with held as (
        select g.employee_id, g.unit_id, r.permissions,
            case when g.unit_id is null then r.clearance else least(r.clearance, 1) end as clearance
        from organisation.employee e
        join organisation.role_grant g on g.authority_id = e.authority_id and g.employee_id = e.id
        join organisation.role r on r.authority_id = g.authority_id and r.id = g.role_id
        where e.authority_id = authority and e.account_id = account
          and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)
    )
    select e.id, e.display_name,
        coalesce((select array_agg(distinct p) from (
            select unnest(h.permissions) as p from held h
            union all
            select 'COORDINATE_ALL' from held h
            where h.unit_id is null and 'COORDINATE' = any (h.permissions)) given), '{}'),
        coalesce((select array_agg(distinct h.unit_id) from held h where h.unit_id is not null), '{}'),
        coalesce(
            (select max(h.clearance) from held h
                where h.permissions && array['CASE_VIEW', 'POST_VIEW', 'PARTY_VIEW']),
            (select max(h.clearance) from held h),
            0),
        (select min(d) from (
            select g.valid_from as d from organisation.role_grant g
            where g.authority_id = e.authority_id and g.employee_id = e.id and g.valid_from > today
            union all
            select g.valid_until + 1 from organisation.role_grant g
            where g.authority_id = e.authority_id and g.employee_id = e.id and g.valid_until >= today) x)
    from organisation.employee e
    where e.authority_id = authority and e.account_id = account
      and e.joined_on <= today and (e.left_on is null or e.left_on > today)
      and (access.kind() in ('SIGN_IN', 'SERVICE') or access.actor() = account);
end;
