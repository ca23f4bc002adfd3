create schema api;
grant usage on schema api to ${app};
create table api.idempotent_answer (
    authority_id uuid not null references access.authority,
    actor uuid not null,
    key text not null,
    fingerprint bytea not null,
    status int,
    answer jsonb,
    created_at timestamptz not null,
    primary key (authority_id, actor, key)
);
create index on api.idempotent_answer (authority_id, created_at);
comment on table api.idempotent_answer is
    'What a program was answered under its key, so that asking again does nothing twice: ids and numbers only. [personal: 48 hours]';
comment on column api.idempotent_answer.fingerprint is
    'Of the request, so that a key cannot be used for another one';
grant select, insert, update, delete on api.idempotent_answer to ${app};
alter table api.idempotent_answer enable row level security;
create policy idempotent_answer_own on api.idempotent_answer
    using (authority_id = access.authority()
        and (actor = access.actor() or access.kind() = 'SERVICE'))
    with check (authority_id = access.authority() and actor = access.actor());
