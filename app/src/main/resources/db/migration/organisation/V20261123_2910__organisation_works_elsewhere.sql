create function organisation.works_elsewhere(account uuid) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select exists (select 1 from organisation.employee e
        where e.account_id = account and e.left_on is null
          and e.authority_id <> (select access.authority()));
end;
comment on function organisation.works_elsewhere is
    'Whether an account opens another authority too: then no administrator alone may give it a password';
revoke all on function organisation.works_elsewhere from public;
grant execute on function organisation.works_elsewhere to ${app};
