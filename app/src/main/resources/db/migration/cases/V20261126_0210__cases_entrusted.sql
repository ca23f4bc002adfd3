-- A case is seen by whoever may see what is as confidential, by its unit, and by the people it was entrusted to.
alter policy case_file_seen on cases.case_file
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            or id = any ((select access.things())::uuid[]) or (select access.kind()) = 'SERVICE'));

create or replace function cases.move(moved uuid, successor uuid, mover text, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update cases.task t set unit_id = successor, employee_id = null
    from cases.case_file c
    where c.authority_id = access.authority() and c.id = moved
      and (access.sees(c.authority_id, c.confidentiality, c.unit_id) or c.id = any (access.things())
          or access.kind() = 'SERVICE')
      and t.authority_id = c.authority_id and t.case_id = c.id and t.state = 'OPEN';
    update cases.case_file c
    set unit_id = successor, handler_id = null, handler_name = '', revision = c.revision + 1,
        changed_at = moment, changed_by = mover
    where c.authority_id = access.authority() and c.id = moved
      and (access.sees(c.authority_id, c.confidentiality, c.unit_id) or c.id = any (access.things())
          or access.kind() = 'SERVICE');
end;

-- In an emergency somebody opens a case that he may not see: this says only which one it is, to a person who works
-- for its authority, and whoever asks writes that down in the same commit.
create function cases.in_emergency(asked text)
    returns table (id uuid, type_code text, unit_id uuid, confidentiality int, party_id uuid)
    stable security definer set search_path = '' language sql
begin atomic
    select c.id, c.type_code, c.unit_id, c.confidentiality, c.party_id
    from cases.case_file c
    where c.authority_id = access.authority() and c.number = asked and access.kind() = 'EMPLOYEE';
end;
comment on function cases.in_emergency is 'Which case has this number, for whoever opens it in an emergency';
revoke all on function cases.in_emergency from public;
grant execute on function cases.in_emergency to ${app};
