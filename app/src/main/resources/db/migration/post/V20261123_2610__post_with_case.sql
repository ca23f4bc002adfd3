-- A piece goes where its case is and is as confidential: out of sight, perhaps, of whoever brought it there.
create function post.bring(moved uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level)
    where e.authority_id = access.authority() and e.id = moved
      and (access.sees(e.authority_id, e.confidentiality, e.unit_id) or access.kind() = 'SERVICE');
end;
comment on function post.bring is
    'Gives an entry that the caller sees to a unit, at least as confidential as this level';
revoke all on function post.bring from public;
grant execute on function post.bring to ${app};

create function post.with_case(file uuid, successor uuid, level int) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level)
    where e.authority_id = access.authority() and e.case_id = file
      and (e.unit_id <> successor or e.confidentiality < level)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    returning e.*;
end;
comment on function post.with_case is 'The entries of a case that went to another unit go with it';
revoke all on function post.with_case from public;
grant execute on function post.with_case to ${app};
