-- What may keep us waiting goes in a lane of its own, so that the mail of a town does not wait for a slow receiver.
create function outbox.lease_lane(most int, moment timestamptz, duration interval, slow text[], slowly boolean)
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
                and (f.kind = any (slow)) = slowly
              order by f.due_at limit most for update skip locked) due
        where e.id = due.id
        returning e.id, e.authority_id, e.lease_until;
end $$;
comment on function outbox.lease_lane is
    'Takes due effects of the slow or of the other kinds for a while; two processes never hold the same one';
revoke all on function outbox.lease_lane from public;
grant execute on function outbox.lease_lane to ${app};
