create table notifications.digest (
    authority_id uuid not null references access.authority,
    account_id uuid not null references access.account,
    on_day date not null,
    sent_at timestamptz not null,
    primary key (authority_id, account_id, on_day)
);
create index on notifications.digest (account_id);
comment on table notifications.digest is
    'An employee got his daily digest: one a day, whichever process sends it. [personal: 90 days]';
grant select, insert, delete on notifications.digest to ${app};
alter table notifications.digest enable row level security;
create policy digest_own on notifications.digest
    using (authority_id = access.authority()
        and (account_id = access.actor() or access.kind() = 'SERVICE'))
    with check (authority_id = access.authority() and access.kind() = 'SERVICE');
