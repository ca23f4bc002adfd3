create schema desk;
grant usage on schema desk to ${app};
create table desk.draft (
    authority_id uuid not null references access.authority,
    account_id uuid not null references access.account,
    key text not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    primary key (authority_id, account_id, key)
);
create index on desk.draft (account_id);
comment on table desk.draft is
    'What an employee was typing, so that it is never lost. [personal: 30 days]';
create table desk.saved_view (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    account_id uuid not null references access.account,
    list text not null,
    name text not null,
    query text not null,
    made_at timestamptz not null,
    primary key (authority_id, id),
    unique (authority_id, account_id, list, name)
);
create index on desk.saved_view (account_id);
comment on table desk.saved_view is
    'A way of looking at a list that an employee keeps. [personal: until he leaves]';
grant select, insert, update, delete on desk.draft, desk.saved_view to ${app};
alter table desk.draft enable row level security;
create policy draft_own on desk.draft
    using (authority_id = access.authority() and account_id = access.actor())
    with check (authority_id = access.authority() and account_id = access.actor());
alter table desk.saved_view enable row level security;
create policy saved_view_own on desk.saved_view
    using (authority_id = access.authority() and account_id = access.actor())
    with check (authority_id = access.authority() and account_id = access.actor());
