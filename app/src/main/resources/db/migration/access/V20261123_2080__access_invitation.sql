create table access.invitation (
    token_hash bytea primary key,
    account_id uuid not null references access.account,
    made_at timestamptz not null,
    expires_at timestamptz not null
);
create index on access.invitation (account_id);
create index on access.invitation (expires_at);
comment on table access.invitation is
    'A link with which somebody chooses his password once. [personal: deleted when it is used or expires, after a week]';
grant select, insert, delete on access.invitation to ${app};
alter table access.invitation enable row level security;
create policy invitation_sign_in on access.invitation
    using ((select access.kind()) in ('SIGN_IN', 'SERVICE'))
    with check ((select access.kind()) in ('SIGN_IN', 'SERVICE'));

-- An administrator invites whoever has no password yet. A password that somebody chose is his own and
-- may open another authority too: only who keeps the machine lets him choose again.
create function access.invite(account uuid, hash bytea, moment timestamptz, ends timestamptz) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'SERVICE') then
        raise insufficient_privilege;
    end if;
    if access.kind() = 'EMPLOYEE'
        and exists (select 1 from access.account a where a.id = account and a.password_hash is not null) then
        return false;
    end if;
    delete from access.invitation i where i.account_id = account;
    insert into access.invitation values (hash, account, moment, ends);
    return true;
end $$;
comment on function access.invite is
    'Makes a link to choose a password with; an employee may not make one for who has a password';
revoke all on function access.invite from public;
grant execute on function access.invite to ${app};
