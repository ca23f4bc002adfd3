create function portal.destroy_of_case(file uuid) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    gone int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    delete from portal.status s
    where s.authority_id = access.authority()
      and s.submission_id in (select b.id from portal.submission b
                              where b.authority_id = access.authority() and b.case_id = file);
    delete from portal.submission b where b.authority_id = access.authority() and b.case_id = file;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function portal.destroy_of_case is 'Removes the forms that a case that is destroyed came from';
revoke all on function portal.destroy_of_case from public;
grant execute on function portal.destroy_of_case to ${app};
