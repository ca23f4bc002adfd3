-- A sign-in at the identity provider comes back to the browser that left, once, and within minutes.
delete from access.oidc_attempt;
alter table access.oidc_attempt
    add column browser_hash bytea not null,
    add column target text not null;
create index on access.oidc_attempt (created_at);
comment on column access.oidc_attempt.browser_hash is
    'Fingerprint of the cookie of the browser that left: nobody else may come back';
alter table access.oidc_attempt enable row level security;
create policy oidc_attempt_sign_in on access.oidc_attempt
    using ((select access.kind()) = 'SIGN_IN') with check ((select access.kind()) = 'SIGN_IN');

-- Per authority and not per account: what one authority writes down opens no door of another one.
create table access.provider_identity (
    authority_id uuid not null references access.authority,
    account_id uuid not null references access.account,
    recorded text not null check (recorded <> ''),
    recorded_at timestamptz not null,
    issuer text,
    subject text,
    linked_at timestamptz,
    primary key (authority_id, account_id),
    unique (authority_id, recorded),
    unique (authority_id, issuer, subject),
    check ((issuer is null) = (subject is null) and (issuer is null) = (linked_at is null))
);
create index on access.provider_identity (account_id);
create index on access.provider_identity (subject);
create index on access.provider_identity (recorded);
comment on table access.provider_identity is
    'Whom the identity provider must vouch for before somebody may work for an authority. [personal: deleted when he leaves]';
comment on column access.provider_identity.recorded is
    'The subject or vo_id that an administrator wrote down';
comment on column access.provider_identity.subject is
    'The subject that the provider gave at the first sign-in; from then on only this one counts';
grant select, insert, update, delete on access.provider_identity to ${app};
alter table access.provider_identity enable row level security;
create policy provider_identity_authority on access.provider_identity
    using (authority_id = (select access.authority()) or (select access.kind()) = 'SIGN_IN')
    with check (authority_id = (select access.authority()) or (select access.kind()) = 'SIGN_IN');
create policy provider_identity_own on access.provider_identity for select
    using (account_id = (select access.actor()));

alter table access.session add column issuer text, add column subject text;
comment on column access.session.subject is
    'Whom the provider vouched for; such a session works only for authorities that wrote him down';
comment on column access.account.oidc_subject is
    'Not used: see access.provider_identity. Goes in a later version';

-- Whoever is no longer recognised is out at once, also where he already sat.
create function access.end_provider_sessions(account uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    delete from access.session
    where account_id = account and authority_id = access.authority() and subject is not null;
end;
comment on function access.end_provider_sessions is
    'Ends the sessions for the own authority that somebody opened through the identity provider';
revoke all on function access.end_provider_sessions from public;
grant execute on function access.end_provider_sessions to ${app};
