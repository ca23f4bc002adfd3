create function dispatch.destroy_of_case(file uuid) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    gone int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    delete from dispatch.dispatch d where d.authority_id = access.authority() and d.case_id = file;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function dispatch.destroy_of_case is 'Removes what was sent in a case that is destroyed';
revoke all on function dispatch.destroy_of_case from public;
grant execute on function dispatch.destroy_of_case to ${app};
