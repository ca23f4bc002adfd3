-- A contact of which every question led to the case goes with it; of another one the question is cut loose.
create function contact.destroy_of_case(file uuid) returns setof uuid
    volatile security definer set search_path = '' language plpgsql as $$
declare
    doomed uuid[];
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    select coalesce(array_agg(distinct q.contact_id), '{}') into doomed from contact.question q
    where q.authority_id = access.authority() and q.case_id = file
      and not exists (select 1 from contact.question o
                      where o.authority_id = q.authority_id and o.contact_id = q.contact_id
                        and o.case_id is distinct from file);
    delete from contact.question q
    where q.authority_id = access.authority() and q.contact_id = any (doomed);
    delete from contact.moment m where m.authority_id = access.authority() and m.id = any (doomed);
    update contact.question q set case_id = null, subject = ''
    where q.authority_id = access.authority() and q.case_id = file;
    return query select unnest(doomed);
end $$;
comment on function contact.destroy_of_case is
    'Removes the contacts that led to nothing but a case that is destroyed, and gives their ids';
revoke all on function contact.destroy_of_case from public;
grant execute on function contact.destroy_of_case to ${app};
