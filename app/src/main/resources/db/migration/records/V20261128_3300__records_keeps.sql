-- Whoever would take something out of a case may not see its customer's other profiles, or the case at all: whether a
-- hold keeps it is answered all the same.
create function records.keeps(of_case uuid) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select exists (
        select 1 from records.hold h
        join cases.case_file c on c.authority_id = h.authority_id and c.id = of_case
        where h.authority_id = access.authority() and h.lifted_at is null
          and (h.case_id = c.id
            or (h.type_code = c.type_code
                and (c.opened_at at time zone 'Europe/Brussels')::date between h.opened_from and h.opened_until)
            or h.party_id = c.party_id
            or exists (select 1 from party.profile held
                       join party.profile one on one.group_id = held.group_id and one.head_id = held.head_id
                       where held.group_id = access.authority_group() and held.id = h.party_id
                         and one.id = c.party_id)));
end;
comment on function records.keeps is 'Whether a legal hold in force keeps a case, by itself, its type or its customer';
revoke all on function records.keeps from public;
grant execute on function records.keeps to ${app};
