create schema eid;
grant usage on schema eid to ${app};
create table eid.challenge (
    nonce_hash bytea primary key,
    authority_id uuid not null references access.authority,
    actor uuid not null,
    made_at timestamptz not null
);
create index on eid.challenge (authority_id, made_at);
comment on table eid.challenge is
    'What a card that is read at the counter must sign: once, within minutes, for who asked it. [not personal]';
grant select, insert, delete on eid.challenge to ${app};
alter table eid.challenge enable row level security;
create policy challenge_own on eid.challenge
    using (authority_id = (select access.authority()) and actor = (select access.actor()))
    with check (authority_id = (select access.authority()) and actor = (select access.actor()));
