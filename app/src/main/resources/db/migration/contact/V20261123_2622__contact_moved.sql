-- A contact goes along with what it was recorded from and with the case that it led to, out of sight of
-- whoever gave those away; and what only the people of a unit that closed could see goes to its successor.
create function contact.with_source(source text, thing uuid, successor uuid, level int)
    returns table (id uuid, confidentiality int)
    volatile security definer set search_path = '' language sql
begin atomic
    update contact.moment m
    set unit_id = successor, confidentiality = greatest(m.confidentiality, level)
    where m.authority_id = access.authority() and m.source_kind = source and m.source_id = thing
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    returning m.id, m.confidentiality;
end;
comment on function contact.with_source is 'The contact recorded from something that went to another unit goes with it';
revoke all on function contact.with_source from public;
grant execute on function contact.with_source to ${app};

create function contact.with_case(file uuid, successor uuid, level int)
    returns table (id uuid, confidentiality int)
    volatile security definer set search_path = '' language sql
begin atomic
    update contact.moment m
    set unit_id = successor, confidentiality = greatest(m.confidentiality, level)
    where m.authority_id = access.authority()
      and m.id in (select q.contact_id from contact.question q
                   where q.authority_id = access.authority() and q.case_id = file)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    returning m.id, m.confidentiality;
end;
comment on function contact.with_case is 'The contacts that led to a case that went to another unit go with it';
revoke all on function contact.with_case from public;
grant execute on function contact.with_case to ${app};

create function contact.follow(closed uuid, successor uuid)
    returns table (id uuid, confidentiality int)
    volatile security definer set search_path = '' language sql
begin atomic
    update contact.moment m set unit_id = successor
    where m.authority_id = access.authority() and m.unit_id = closed and m.confidentiality > 1
      and access.kind() in ('EMPLOYEE', 'SERVICE')
    returning m.id, m.confidentiality;
end;
comment on function contact.follow is
    'Gives the contacts that only the people of a unit that closed could see to its successor';
revoke all on function contact.follow from public;
grant execute on function contact.follow to ${app};
