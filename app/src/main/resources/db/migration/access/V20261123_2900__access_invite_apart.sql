-- Somebody whom an identity provider lets in elsewhere has no password, and may not get one from here.
create or replace function access.invite(account uuid, hash bytea, moment timestamptz, ends timestamptz)
    returns boolean volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'SERVICE') then
        raise insufficient_privilege;
    end if;
    if access.kind() = 'EMPLOYEE'
        and (exists (select 1 from access.account a where a.id = account and a.password_hash is not null)
            or exists (select 1 from access.provider_identity p
                where p.account_id = account and p.authority_id <> access.authority())) then
        return false;
    end if;
    delete from access.invitation i where i.account_id = account;
    insert into access.invitation values (hash, account, moment, ends);
    return true;
end $$;

-- The product forgets sign-ins that were begun and not ended.
alter policy oidc_attempt_sign_in on access.oidc_attempt
    using ((select access.kind()) in ('SIGN_IN', 'SERVICE'));
alter policy half_sign_in_only on access.half_sign_in
    using ((select access.kind()) in ('SIGN_IN', 'SERVICE'));
