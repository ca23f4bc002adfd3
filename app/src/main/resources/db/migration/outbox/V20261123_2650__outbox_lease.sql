-- Whoever takes effects learns until when he has them: while that stands in the row, nobody else took it since.
-- An attempt is counted when it is made and not here. The older claim stays for a version that runs beside this one.
create function outbox.lease(most int, moment timestamptz, duration interval)
    returns table (id uuid, authority_id uuid, lease_until timestamptz)
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is distinct from 'SERVICE' then
        return;
    end if;
    return query
        update outbox.effect e set lease_until = moment + duration
        from (select f.id from outbox.effect f
              where f.state = 'DUE' and f.due_at <= moment
                and (f.lease_until is null or f.lease_until < moment)
              order by f.due_at limit most for update skip locked) due
        where e.id = due.id
        returning e.id, e.authority_id, e.lease_until;
end $$;
comment on function outbox.lease is 'Takes due effects for a while; two processes never hold the same one';
revoke all on function outbox.lease from public;
grant execute on function outbox.lease to ${app};
