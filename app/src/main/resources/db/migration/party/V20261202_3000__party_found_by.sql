-- By which words a customer is found is read where he is kept, so that what one authority states (that his address
-- is secret) counts at once for each of his profiles, also for those that only a sister authority reads.
create function party.put_found(known uuid, moment timestamptz) returns void
    volatile set search_path = '' language sql
begin atomic
    select search.put_at(
        array(select a.authority_id from party.acquaintance a
              where a.group_id = p.group_id and a.party_id = p.id),
        'PARTY', p.id, 1,
        (select left(i.value, 4) || '.' || substr(i.value, 5, 3) || '.' || substr(i.value, 8)
         from party.identifier i
         where i.group_id = p.group_id and i.party_id = p.id and i.scheme = 'ENTERPRISE'
         order by i.stated_at limit 1),
        p.name,
        coalesce((select c.value from party.contact_point c
                  where c.group_id = p.group_id and c.party_id = p.id and c.kind = 'EMAIL' and c.out_on is null
                  order by c.preferred desc, c.id limit 1), ''),
        concat_ws(' ',
            (select string_agg(c.value, ' ' order by c.kind, c.id) from party.contact_point c
             where c.group_id = p.group_id and c.party_id = p.id and c.out_on is null
               and not (s.secret and c.kind = 'ADDRESS')),
            (select replace(d.value, '-', '') from party.detail d
             where d.group_id = p.group_id and d.party_id = p.id and d.ended_at is null and d.kind = 'BIRTH_DATE'
             order by d.trust, d.stated_at desc limit 1),
            (select d.value from party.detail d
             where d.group_id = p.group_id and d.party_id = p.id and d.ended_at is null and d.kind = 'RESIDENCE'
               and not s.secret
             order by d.trust, d.stated_at desc limit 1)),
        moment)
    from party.profile p
    cross join lateral (
        select exists (
            select 1
            from party.profile m
            join party.detail d on d.group_id = m.group_id and d.party_id = m.id
                and d.kind = 'SECRET_ADDRESS' and d.ended_at is null
            where m.group_id = p.group_id and m.head_id = p.head_id) as secret) as s
    where p.group_id = access.authority_group() and p.id = known;
end;
comment on function party.put_found is
    'Writes by which words a profile is found, in each authority that knows it; where somebody lives whose address is '
    'secret, whatever profile says so, is none of them';
revoke all on function party.put_found from public;

drop function party.findable(uuid, text, text, text, text, timestamptz);
drop function party.lives_secretly(uuid);

create function party.findable(known uuid, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    select party.put_found(known, moment)
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and exists (select 1 from party.acquaintance a
                  where a.authority_id = access.authority() and a.party_id = known);
end;
comment on function party.findable is
    'Makes a customer of ours findable, or by his new words, in each authority that knows him';
revoke all on function party.findable from public;
grant execute on function party.findable to ${app};

create function party.findable_whole(known uuid, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    select party.put_found(m.id, moment)
    from party.profile p
    join party.profile m on m.group_id = p.group_id and m.head_id = p.head_id
    where p.group_id = access.authority_group() and p.id = known
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and exists (select 1 from party.acquaintance a
                  where a.authority_id = access.authority() and a.party_id = known);
end;
comment on function party.findable_whole is
    'The same for all profiles that are one customer, also those that only a sister authority reads; the caller '
    'learns nothing of them';
revoke all on function party.findable_whole from public;
grant execute on function party.findable_whole to ${app};

-- Whoever was found until now by an address that a sister authority knows to be secret is so no longer.
select search.put_at(
    array(select a.authority_id from party.acquaintance a where a.group_id = p.group_id and a.party_id = p.id),
    'PARTY', p.id, 1,
    (select left(i.value, 4) || '.' || substr(i.value, 5, 3) || '.' || substr(i.value, 8)
     from party.identifier i
     where i.group_id = p.group_id and i.party_id = p.id and i.scheme = 'ENTERPRISE'
     order by i.stated_at limit 1),
    p.name,
    coalesce((select c.value from party.contact_point c
              where c.group_id = p.group_id and c.party_id = p.id and c.kind = 'EMAIL' and c.out_on is null
              order by c.preferred desc, c.id limit 1), ''),
    concat_ws(' ',
        (select string_agg(c.value, ' ') from party.contact_point c
         where c.group_id = p.group_id and c.party_id = p.id and c.kind <> 'ADDRESS' and c.out_on is null),
        (select replace(d.value, '-', '') from party.detail d
         where d.group_id = p.group_id and d.party_id = p.id and d.ended_at is null and d.kind = 'BIRTH_DATE'
         order by d.trust, d.stated_at desc limit 1)),
    p.created_at)
from party.profile p
where exists (
    select 1
    from party.profile m
    join party.detail s on s.group_id = m.group_id and s.party_id = m.id
        and s.kind = 'SECRET_ADDRESS' and s.ended_at is null
    where m.group_id = p.group_id and m.head_id = p.head_id);
