-- Everything that belongs to a case goes with it.
create or replace function cases.destroy(doomed uuid, today date) returns int
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
    delete from cases.role r where r.authority_id = access.authority() and r.case_id = doomed;
    delete from cases.link l where l.authority_id = access.authority()
        and (l.case_id = doomed or l.other_id = doomed);
    delete from cases.version_move v where v.authority_id = access.authority() and v.case_id = doomed;
    delete from cases.case_file c where c.authority_id = access.authority() and c.id = doomed;
    get diagnostics gone = row_count;
    return gone;
end $$;
