-- Whether a sister authority knows a customer is not for us to see: the function looks and does no more than it must.
create function party.forget(gone uuid) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'SERVICE') then
        raise insufficient_privilege;
    end if;
    delete from party.acquaintance a
    where a.authority_id = access.authority() and a.party_id = gone;
    if exists (select 1 from party.acquaintance a
               where a.group_id = access.authority_group() and a.party_id = gone)
        or exists (select 1 from party.profile p
                   where p.group_id = access.authority_group() and p.canonical_id = gone) then
        return false;
    end if;
    delete from party.contact_point c
    where c.group_id = access.authority_group() and c.party_id = gone;
    delete from party.profile p where p.group_id = access.authority_group() and p.id = gone;
    return true;
end $$;
comment on function party.forget is
    'The own authority forgets a customer; he is gone when nobody of the group knows him any more';
revoke all on function party.forget from public;
grant execute on function party.forget to ${app};
