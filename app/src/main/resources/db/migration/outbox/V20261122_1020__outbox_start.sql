create schema outbox;
grant usage on schema outbox to ${app};

create table outbox.effect (
    id uuid primary key default uuidv7(),
    authority_id uuid not null references access.authority,
    kind text not null,
    key text not null,
    payload jsonb not null,
    state text not null default 'DUE' check (state in ('DUE', 'DONE', 'FAILED')),
    attempts int not null default 0,
    due_at timestamptz not null,
    lease_until timestamptz,
    last_error text,
    created_at timestamptz not null,
    done_at timestamptz,
    unique (authority_id, kind, key)
);
create index on outbox.effect (due_at) where state = 'DUE';
create index on outbox.effect (authority_id, state, created_at);
comment on table outbox.effect is
    'Something to do in the outside world, written in the transaction that decided it. [personal: deleted 30 days after it was done]';
grant select, insert, update, delete on outbox.effect to ${app};
alter table outbox.effect enable row level security;
create policy effect_own on outbox.effect
    using (authority_id = access.authority()) with check (authority_id = access.authority());

-- The dispatcher serves all authorities: it may claim, and then acts for one authority at a time.
create function outbox.claim(most int, moment timestamptz, lease interval)
    returns table (id uuid, authority_id uuid)
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is distinct from 'SERVICE' then
        return;
    end if;
    return query
        update outbox.effect e set lease_until = moment + lease, attempts = e.attempts + 1
        from (select f.id from outbox.effect f
              where f.state = 'DUE' and f.due_at <= moment
                and (f.lease_until is null or f.lease_until < moment)
              order by f.due_at limit most for update skip locked) due
        where e.id = due.id
        returning e.id, e.authority_id;
end $$;
comment on function outbox.claim is 'Takes due effects for a while; two processes never hold the same one';
revoke all on function outbox.claim from public;
grant execute on function outbox.claim to ${app};
