-- An address is secret for all profiles that are one customer, also for one that the caller does not read.
create function party.lives_secretly(known uuid) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE') and exists (
        select 1
        from party.profile p
        join party.profile m on m.group_id = p.group_id and m.head_id = p.head_id
        join party.detail d on d.group_id = m.group_id and d.party_id = m.id
            and d.kind = 'SECRET_ADDRESS' and d.ended_at is null
        where p.group_id = access.authority_group() and p.id = known);
end;
comment on function party.lives_secretly is 'Whether the address of a customer is secret, whatever profile says so';
revoke all on function party.lives_secretly from public;
grant execute on function party.lives_secretly to ${app};

-- Whoever was found by a secret address until now is so no longer.
select search.put_at(
    array(select a.authority_id from party.acquaintance a where a.party_id = p.id),
    'PARTY', p.id, 1,
    (select i.value from party.identifier i
     where i.group_id = p.group_id and i.party_id = p.id and i.scheme = 'ENTERPRISE'),
    p.name,
    coalesce((select c.value from party.contact_point c
              where c.group_id = p.group_id and c.party_id = p.id and c.kind = 'EMAIL' and c.out_on is null
              order by c.preferred desc, c.id limit 1), ''),
    concat_ws(' ',
        (select string_agg(c.value, ' ') from party.contact_point c
         where c.group_id = p.group_id and c.party_id = p.id and c.kind <> 'ADDRESS' and c.out_on is null),
        (select string_agg(replace(d.value, '-', ''), ' ') from party.detail d
         where d.group_id = p.group_id and d.party_id = p.id and d.ended_at is null and d.kind = 'BIRTH_DATE')),
    p.created_at)
from party.profile p
where exists (
    select 1
    from party.profile m
    join party.detail s on s.group_id = m.group_id and s.party_id = m.id
        and s.kind = 'SECRET_ADDRESS' and s.ended_at is null
    where m.group_id = p.group_id and m.head_id = p.head_id);
