-- How a customer is reached is known to the whole group: what one authority changes is found, and what it removes
-- is no longer found, in each that knows him. Which those are is not for the caller to see.
create function party.findable(known uuid, number text, title text, hint text, points text,
        moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    select search.put_at(
        array(select a.authority_id from party.acquaintance a
              where a.group_id = access.authority_group() and a.party_id = known),
        'PARTY', known, 1, number, title, hint, points, moment)
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and exists (select 1 from party.acquaintance a
                  where a.authority_id = access.authority() and a.party_id = known);
end;
comment on function party.findable is
    'Makes a customer of ours findable, or by his new words, in each authority that knows him';
revoke all on function party.findable from public;
grant execute on function party.findable to ${app};
