-- A mail goes along with its entry and its case, out of sight of whoever gave them away; and with its unit,
-- also where an administrator closes a unit whose mail he may not read.
create function mail.with_entry(entry uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update mail.message m
    set unit_id = successor, confidentiality = greatest(m.confidentiality, level)
    where m.authority_id = access.authority() and m.entry_id = entry
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function mail.with_entry is 'The message of an entry that went to another unit goes with it';
revoke all on function mail.with_entry from public;
grant execute on function mail.with_entry to ${app};

create function mail.with_case(file uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update mail.message m
    set unit_id = successor, confidentiality = greatest(m.confidentiality, level)
    where m.authority_id = access.authority() and m.case_id = file
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function mail.with_case is 'The messages of a case that went to another unit go with it';
revoke all on function mail.with_case from public;
grant execute on function mail.with_case to ${app};

create function mail.follow(closed uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update mail.message m set unit_id = successor
    where m.authority_id = access.authority() and m.unit_id = closed
      and access.kind() in ('EMPLOYEE', 'SERVICE');
end;
comment on function mail.follow is 'Gives the messages of a unit that closed to its successor';
revoke all on function mail.follow from public;
grant execute on function mail.follow to ${app};
