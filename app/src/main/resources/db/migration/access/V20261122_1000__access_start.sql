create schema access;
grant usage on schema access to ${app};
create extension if not exists btree_gin schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;

-- Who is asking: told at the start of each transaction, gone at its end. No caller, no rows.
create function access.kind() returns text stable parallel safe language sql
    return nullif(current_setting('onthaal.kind', true), '');
create function access.authority() returns uuid stable parallel safe language sql
    return nullif(current_setting('onthaal.authority', true), '')::uuid;
create function access.authority_group() returns uuid stable parallel safe language sql
    return nullif(current_setting('onthaal.authority_group', true), '')::uuid;
create function access.public_authority() returns uuid stable parallel safe language sql
    return nullif(current_setting('onthaal.public_authority', true), '')::uuid;
create function access.actor() returns uuid stable parallel safe language sql
    return nullif(current_setting('onthaal.actor', true), '')::uuid;
create function access.units() returns uuid[] stable parallel safe language sql
    return coalesce(nullif(current_setting('onthaal.units', true), '')::uuid[], '{}');
create function access.clearance() returns int stable parallel safe language sql
    return coalesce(nullif(current_setting('onthaal.clearance', true), '')::int, -1);

comment on function access.authority() is 'The authority the caller works for in this transaction';
comment on function access.clearance() is
    'Highest confidentiality the caller may see outside the own units: 0 open, 1 internal, 2 confidential, 3 secret';

-- One rule for every row that belongs to an authority and has a confidentiality and a unit.
create function access.sees(owner uuid, confidentiality int, unit uuid) returns boolean
    stable parallel safe language sql
    return owner = access.authority()
        and (confidentiality <= access.clearance() or unit = any (access.units()));
comment on function access.sees is
    'The row-level rule: own authority, and cleared for the level or a member of the unit';

create table access.authority_group (
    id uuid primary key default uuidv7(),
    name text not null
);
comment on table access.authority_group is
    'A municipality, its OCMW and agencies, which share customers. [not personal]';

create table access.authority (
    id uuid primary key default uuidv7(),
    group_id uuid not null references access.authority_group,
    kind text not null check (kind in ('MUNICIPALITY', 'OCMW', 'AGENCY')),
    name text not null,
    slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
    enterprise_number text not null unique,
    ovo_code text not null unique,
    nis_code text not null,
    theme text not null default 'default',
    locales text[] not null default '{nl}',
    holidays date[] not null default '{}',
    created_at timestamptz not null default now()
);
create index on access.authority (group_id);
comment on table access.authority is
    'A municipality, OCMW or agency that works with this installation. [not personal]';

create table access.account (
    id uuid primary key default uuidv7(),
    login text not null unique check (login = lower(login)),
    display_name text not null,
    password_hash text,
    totp_secret text,
    oidc_subject text unique,
    locale text not null default 'nl',
    failed_attempts int not null default 0,
    locked_until timestamptz,
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'LEFT')),
    created_at timestamptz not null default now()
);
comment on table access.account is
    'Somebody who can sign in to work, whatever authorities he works for. [personal: kept 10 years after leaving, with the log that names it]';

create table access.session (
    token_hash bytea primary key,
    account_id uuid not null references access.account,
    authority_id uuid not null references access.authority,
    standing jsonb not null,
    standing_until timestamptz not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index on access.session (account_id);
create index on access.session (authority_id);
create index on access.session (expires_at);
comment on table access.session is
    'A signed-in browser and what its account may do now. [personal: deleted when it expires]';

create table access.machine_token (
    id uuid primary key default uuidv7(),
    authority_id uuid not null references access.authority,
    name text not null,
    token_hash bytea not null unique,
    permissions text[] not null,
    clearance int not null default 1 check (clearance between 0 and 3),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index on access.machine_token (authority_id);
comment on table access.machine_token is
    'A program that may call the API for an authority. [not personal]';

create table access.oidc_attempt (
    state_hash bytea primary key,
    nonce text not null,
    verifier text not null,
    created_at timestamptz not null default now()
);
comment on table access.oidc_attempt is
    'A sign-in that was sent to the identity provider and has not come back. [not personal]';

grant select on access.authority_group, access.authority to ${app};
grant insert, update on access.authority_group, access.authority to ${app};
grant select, insert, update on access.account to ${app};
grant select, insert, update, delete on access.session to ${app};
grant select, insert, update on access.machine_token to ${app};
grant select, insert, delete on access.oidc_attempt to ${app};

alter table access.account enable row level security;
create policy account_own on access.account
    using (id = access.actor() or access.kind() in ('SERVICE', 'SIGN_IN'))
    with check (access.kind() in ('SERVICE', 'SIGN_IN') or id = access.actor());

alter table access.session enable row level security;
create policy session_own on access.session
    using (account_id = access.actor() or access.kind() in ('SERVICE', 'SIGN_IN'))
    with check (account_id = access.actor() or access.kind() in ('SERVICE', 'SIGN_IN'));

alter table access.machine_token enable row level security;
create policy machine_token_authority on access.machine_token
    using (authority_id = access.authority() or access.kind() = 'SIGN_IN')
    with check (authority_id = access.authority());

-- An employee of two authorities has one account: an administrator may name it, not read it.
create function access.open_account(asked text, shown text) returns uuid
    volatile security definer set search_path = '' language plpgsql as $$
declare
    found uuid;
begin
    if access.kind() not in ('EMPLOYEE', 'SERVICE') or access.kind() is null then
        raise insufficient_privilege;
    end if;
    insert into access.account (login, display_name) values (asked, shown)
        on conflict (login) do update set state = 'ACTIVE' returning id into found;
    return found;
end $$;
comment on function access.open_account is 'The account with this login, made when there is none';
revoke all on function access.open_account from public;
grant execute on function access.open_account to ${app};

-- Rights change at once: in the commit that changed them, every session of the account is renewed.
create function access.rights_changed(account uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update access.session set standing_until = 'epoch' where account_id = account;
end;
comment on function access.rights_changed is 'Makes each session of an account ask its rights again';
revoke all on function access.rights_changed from public;
grant execute on function access.rights_changed to ${app};
