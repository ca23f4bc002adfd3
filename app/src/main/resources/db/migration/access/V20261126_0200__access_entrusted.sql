-- Somebody may see one thing beyond his units and his clearance: he was named on it, or he opened it in an emergency.
create table access.entrusted (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    account_id uuid not null references access.account,
    person_name text not null,
    kind text not null check (kind in ('CASE')),
    thing uuid not null,
    thing_number text not null,
    way text not null check (way in ('NAMED', 'EMERGENCY')),
    reason text not null,
    since timestamptz not null,
    until timestamptz,
    by_name text not null,
    ended_at timestamptz,
    ended_by text,
    reviewed_at timestamptz,
    reviewed_by text,
    justified boolean,
    review text not null default '',
    primary key (authority_id, id),
    check (way = 'NAMED' or until is not null),
    check ((reviewed_at is null) = (justified is null))
);
create index on access.entrusted (account_id, ended_at);
create index on access.entrusted (authority_id, thing);
create index entrusted_in_emergency on access.entrusted (authority_id, since desc) where way = 'EMERGENCY';
comment on table access.entrusted is
    'Who may see one thing beyond his rights, why and how long; an emergency with its review. [personal: as long as the log]';
grant select, insert, update on access.entrusted to ${app};
alter table access.entrusted enable row level security;
create policy entrusted_seen on access.entrusted
    using (authority_id = (select access.authority()) or (select access.kind()) = 'SIGN_IN')
    with check (authority_id = (select access.authority()));

create function access.things() returns uuid[] stable parallel safe set search_path = '' language sql
    return coalesce(nullif(current_setting('onthaal.things', true), '')::uuid[], '{}');
comment on function access.things is 'What the caller may see one by one, beyond his units and his clearance';

-- What is kept of a session does not say yet which things were entrusted.
update access.session set standing_until = 'epoch';
