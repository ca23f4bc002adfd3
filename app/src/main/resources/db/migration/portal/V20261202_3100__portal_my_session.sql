-- A citizen who signed in with his national number: this browser sees what is known of him, for a while.
create table portal.my_session (
    token_hash bytea primary key,
    authority_id uuid not null references access.authority,
    party_id uuid not null,
    opened_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > opened_at)
);
create index on portal.my_session (authority_id, ends_at);
comment on table portal.my_session is
    'The browser of a citizen who signed in to see what is known of him. [personal: until it ends]';
comment on column portal.my_session.party_id is
    'The profile with the national number that the provider vouched for, whatever it is merged into';
grant select, insert, delete on portal.my_session to ${app};
alter table portal.my_session enable row level security;
create policy my_session_service on portal.my_session
    using (authority_id = (select access.authority()) and (select access.kind()) = 'SERVICE')
    with check (authority_id = (select access.authority()) and (select access.kind()) = 'SERVICE');

create function portal.my_resume(hash bytea, at timestamptz, awake_since timestamptz)
    returns table (authority_id uuid, party_id uuid)
    volatile security definer set search_path = '' language sql
begin atomic
    update portal.my_session s set seen_at = at
    where s.token_hash = hash and s.ends_at > at and s.seen_at > awake_since
    returning s.authority_id, s.party_id;
end;
comment on function portal.my_resume is 'Whose session stands behind the secret of a browser, while it lasts';
revoke all on function portal.my_resume from public;
grant execute on function portal.my_resume to ${app};

create function portal.my_leave(hash bytea) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    delete from portal.my_session s where s.token_hash = hash;
end;
comment on function portal.my_leave is 'Ends the session behind the secret of a browser';
revoke all on function portal.my_leave from public;
grant execute on function portal.my_leave to ${app};
