-- In another unit nobody has a piece yet: whoever had it in the one before may not even see it there.
create or replace function post.route(moved uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, handler_id = case when e.unit_id = successor then e.handler_id end
    where e.authority_id = access.authority() and e.id = moved
      and (access.sees(e.authority_id, e.confidentiality, e.unit_id) or access.kind() = 'SERVICE');
end;

create or replace function post.bring(moved uuid, successor uuid, level int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level),
        handler_id = case when e.unit_id = successor then e.handler_id end
    where e.authority_id = access.authority() and e.id = moved
      and (access.sees(e.authority_id, e.confidentiality, e.unit_id) or access.kind() = 'SERVICE');
end;

-- The entries as they were: the register keeps what changed in them, with the old value.
create or replace function post.with_case(file uuid, successor uuid, level int) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level),
        handler_id = case when e.unit_id = successor then e.handler_id end
    where e.authority_id = access.authority() and e.case_id = file
      and (e.unit_id <> successor or e.confidentiality < level)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    returning old.*;
end;
comment on function post.with_case is
    'The entries of a case that went to another unit go with it; answers them as they were';

-- Whoever lets somebody go need not see the post that he had.
create function post.released(gone uuid) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e set handler_id = null
    where e.authority_id = access.authority() and e.handler_id = gone and e.state = 'OPEN'
      and access.kind() in ('EMPLOYEE', 'SERVICE')
    returning old.*;
end;
comment on function post.released is
    'The open entries of somebody who left wait for anybody of their unit again; answers them as they were';
revoke all on function post.released from public;
grant execute on function post.released to ${app};
