create schema notifications;
grant usage on schema notifications to ${app};
create table notifications.notification (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    account_id uuid not null references access.account,
    kind text not null,
    subject text not null,
    link text not null,
    made_at timestamptz not null,
    read_at timestamptz,
    mailed_at timestamptz,
    primary key (authority_id, id)
);
create index on notifications.notification (authority_id, account_id, made_at desc);
create index on notifications.notification (account_id);
create index on notifications.notification (authority_id, account_id) where read_at is null;
comment on table notifications.notification is
    'Something an employee wanted to be told. [personal: 90 days]';
create table notifications.preference (
    authority_id uuid not null references access.authority,
    account_id uuid not null references access.account,
    kind text not null,
    way text not null check (way in ('PAGE', 'MAIL', 'DIGEST', 'NONE')),
    primary key (authority_id, account_id, kind)
);
create index on notifications.preference (account_id);
comment on table notifications.preference is
    'How an employee wants to be told, per kind. [personal: until he leaves]';
grant select, insert, update, delete on notifications.notification, notifications.preference to ${app};
alter table notifications.notification enable row level security;
create policy notification_own on notifications.notification
    using (authority_id = access.authority()
        and (account_id = access.actor() or access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
alter table notifications.preference enable row level security;
create policy preference_own on notifications.preference
    using (authority_id = access.authority())
    with check (authority_id = access.authority()
        and (account_id = access.actor() or access.kind() = 'SERVICE'));
