-- A code from a telephone as the second step of signing in with a password (RFC 6238).
create table access.second_step (
    account_id uuid primary key references access.account,
    secret text not null,
    made_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    failed_attempts int not null default 0,
    locked_until timestamptz
);
comment on table access.second_step is
    'The second step of somebody who signs in with a password. [personal: deleted when it is switched off]';
comment on column access.second_step.secret is 'Sealed with the key of the installation';
comment on column access.second_step.last_step is
    'The thirty seconds whose code was taken last: neither it nor an older one is taken again';

create table access.recovery_code (
    account_id uuid not null references access.second_step on delete cascade,
    fingerprint text not null,
    primary key (account_id, fingerprint)
);
comment on table access.recovery_code is
    'A code for whoever lost his telephone, as its fingerprint. [personal: deleted when it is used]';

create table access.half_sign_in (
    token_hash bytea primary key,
    account_id uuid not null references access.account,
    created_at timestamptz not null
);
create index on access.half_sign_in (account_id);
create index on access.half_sign_in (created_at);
comment on table access.half_sign_in is
    'Somebody whose password was right and whose code is awaited. [personal: deleted after minutes]';

comment on column access.account.totp_secret is
    'Not used: see access.second_step. Goes in a later version';

grant select, insert, update, delete on access.second_step to ${app};
grant select, insert, delete on access.recovery_code, access.half_sign_in to ${app};
alter table access.second_step enable row level security;
create policy second_step_own on access.second_step
    using (account_id = (select access.actor()) or (select access.kind()) = 'SIGN_IN')
    with check (account_id = (select access.actor()) or (select access.kind()) = 'SIGN_IN');
alter table access.recovery_code enable row level security;
create policy recovery_code_own on access.recovery_code
    using (account_id = (select access.actor()) or (select access.kind()) = 'SIGN_IN')
    with check (account_id = (select access.actor()) or (select access.kind()) = 'SIGN_IN');
alter table access.half_sign_in enable row level security;
create policy half_sign_in_only on access.half_sign_in
    using ((select access.kind()) = 'SIGN_IN') with check ((select access.kind()) = 'SIGN_IN');

-- An administrator helps whoever lost his telephone: he may take the step away, not read it.
create function access.has_second_step(account uuid) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select exists (select 1 from access.second_step s
        where s.account_id = account and s.confirmed_at is not null
          and access.kind() in ('EMPLOYEE', 'SERVICE'));
end;
comment on function access.has_second_step is 'Whether somebody is asked for a code';
revoke all on function access.has_second_step from public;
grant execute on function access.has_second_step to ${app};

create function access.reset_second_step(account uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    delete from access.half_sign_in
        where account_id = account and access.kind() in ('EMPLOYEE', 'SERVICE');
    delete from access.second_step
        where account_id = account and access.kind() in ('EMPLOYEE', 'SERVICE');
end;
comment on function access.reset_second_step is 'Takes away the second step of somebody';
revoke all on function access.reset_second_step from public;
grant execute on function access.reset_second_step to ${app};
