-- Customers are found by names as they are, by a date of birth in one piece, and by where they live.
select search.put_at(
    array(select a.authority_id from party.acquaintance a where a.party_id = p.id),
    'PARTY', p.id, 1,
    (select i.value from party.identifier i
     where i.group_id = p.group_id and i.party_id = p.id and i.scheme = 'ENTERPRISE'),
    p.name,
    coalesce((select c.value from party.contact_point c
              where c.group_id = p.group_id and c.party_id = p.id and c.kind = 'EMAIL'
              order by c.preferred desc, c.id limit 1), ''),
    concat_ws(' ',
        (select string_agg(c.value, ' ') from party.contact_point c
         where c.group_id = p.group_id and c.party_id = p.id),
        (select string_agg(case when d.kind = 'BIRTH_DATE' then replace(d.value, '-', '') else d.value end, ' ')
         from party.detail d
         where d.group_id = p.group_id and d.party_id = p.id and d.ended_at is null
           and (d.kind = 'BIRTH_DATE' or d.kind = 'RESIDENCE' and not exists (
               select from party.detail s
               where s.group_id = p.group_id and s.party_id = p.id and s.kind = 'SECRET_ADDRESS'
                 and s.ended_at is null)))),
    p.created_at)
from party.profile p;
