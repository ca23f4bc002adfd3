-- What is kept until a day is found by that day, to be looked through when it has passed.
create index case_file_kept_until on cases.case_file (authority_id, retention_until, id)
    where status = 'CLOSED' and retention_until is not null;

-- The application removes nothing by itself: what is destroyed is closed, past its day and destroyed by the product
-- on an approved list, and this reviewed function looks at that once more.
create function cases.destroy(doomed uuid, today date) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    gone int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    perform 1 from cases.case_file c
    where c.authority_id = access.authority() and c.id = doomed and c.status = 'CLOSED'
      and c.retention_action in ('DESTROY', 'SAMPLE') and c.retention_until < today
    for update;
    if not found then
        return 0;
    end if;
    delete from cases.note n where n.authority_id = access.authority() and n.case_id = doomed;
    delete from cases.task t where t.authority_id = access.authority() and t.case_id = doomed;
    delete from cases.pause p where p.authority_id = access.authority() and p.case_id = doomed;
    delete from cases.case_file c where c.authority_id = access.authority() and c.id = doomed;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function cases.destroy is
    'Removes a closed case that is past the last day of its retention, with its tasks, notes and pauses';
revoke all on function cases.destroy from public;
grant execute on function cases.destroy to ${app};
