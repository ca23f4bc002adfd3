-- What was sent in a case goes along with it, out of sight of whoever gave it away; and what only the people
-- of a unit that closed could see goes to its successor.
create function dispatch.with_case(file uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update dispatch.dispatch d
    set unit_id = successor, confidentiality = greatest(d.confidentiality, level)
    where d.authority_id = access.authority() and d.case_id = file
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function dispatch.with_case is 'What was sent in a case that went to another unit goes with it';
revoke all on function dispatch.with_case from public;
grant execute on function dispatch.with_case to ${app};

create function dispatch.follow(closed uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update dispatch.dispatch d set unit_id = successor
    where d.authority_id = access.authority() and d.unit_id = closed and d.confidentiality > 1
      and access.kind() in ('EMPLOYEE', 'SERVICE');
end;
comment on function dispatch.follow is
    'Gives the sendings that only the people of a unit that closed could see to its successor';
revoke all on function dispatch.follow from public;
grant execute on function dispatch.follow to ${app};
