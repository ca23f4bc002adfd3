create schema webhooks;
grant usage on schema webhooks to ${app};

create table webhooks.subscription (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    name text not null,
    address text not null,
    kinds text[] not null,
    clearance int not null check (clearance between 0 and 3),
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
    paused_why text,
    failures int not null default 0,
    failing_since timestamptz,
    next_try_at timestamptz,
    made_at timestamptz not null,
    made_by text not null,
    primary key (authority_id, id),
    check ((state = 'PAUSED') = (paused_why is not null))
);
comment on table webhooks.subscription is
    'Where a program elsewhere is told of what happens, and of what. [not personal]';

create table webhooks.secret (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    subscription_id uuid not null,
    sealed text not null,
    made_at timestamptz not null,
    ends_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, subscription_id) references webhooks.subscription
);
create index on webhooks.secret (authority_id, subscription_id);
comment on table webhooks.secret is
    'What deliveries are signed with, sealed with the key of the installation; the one before the last goes on for a day. [not personal]';

create table webhooks.delivery (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    subscription_id uuid not null,
    event_id uuid not null,
    kind text not null,
    number text not null,
    payload text not null,
    happened_at timestamptz not null,
    state text not null check (state in ('WAITING', 'HELD', 'DELIVERED', 'DEAD')),
    state_at timestamptz not null,
    round int not null default 1,
    attempts int not null default 0,
    began_at timestamptz,
    tried_at timestamptz,
    status int,
    problem text,
    primary key (authority_id, id),
    unique (authority_id, subscription_id, event_id),
    foreign key (authority_id, subscription_id) references webhooks.subscription
);
create index delivery_newest on webhooks.delivery (authority_id, subscription_id, happened_at);
create index delivery_in_state on webhooks.delivery (authority_id, subscription_id, state, happened_at);
create index delivery_old on webhooks.delivery (authority_id, state, state_at);
comment on table webhooks.delivery is
    'One event for one subscription: numbers and codes, no person and no subject. [not personal]';

grant select, insert, update on webhooks.subscription to ${app};
grant select, insert, update, delete on webhooks.secret, webhooks.delivery to ${app};

alter table webhooks.subscription enable row level security;
create policy subscription_own on webhooks.subscription
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
alter table webhooks.secret enable row level security;
create policy secret_own on webhooks.secret
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
alter table webhooks.delivery enable row level security;
create policy delivery_own on webhooks.delivery
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
