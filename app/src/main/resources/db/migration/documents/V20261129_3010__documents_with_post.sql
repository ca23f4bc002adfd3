-- A piece of post that is in no case goes along with its entry in the register, also out of sight of whoever sends it.
create function documents.with_entry(piece uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update documents.document d set unit_id = successor, confidentiality = greatest(d.confidentiality, level)
    where d.authority_id = access.authority() and d.id = piece and d.cases = 0
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function documents.with_entry is 'A document of no case goes to another unit with the entry of the post';
revoke all on function documents.with_entry from public;
grant execute on function documents.with_entry to ${app};
