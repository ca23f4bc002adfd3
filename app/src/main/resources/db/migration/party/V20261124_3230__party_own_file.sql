-- Somebody who works here may be a customer too. Which one he is, is a fact of the authority he works for.
create table party.own_file (
    authority_id uuid not null references access.authority,
    employee_id uuid not null,
    group_id uuid not null,
    party_id uuid not null,
    linked_name text not null,
    linked_at timestamptz not null,
    reported_on date,
    primary key (authority_id, employee_id),
    foreign key (group_id, party_id) references party.profile
);
create index on party.own_file (group_id, party_id);
comment on table party.own_file is
    'Which customer an employee is, so that he does not handle his own file or that of his household. [personal: until he leaves]';
grant select, insert, update, delete on party.own_file to ${app};
alter table party.own_file enable row level security;
create policy own_file_own on party.own_file
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));

-- Profiles that the authority does not know may join the one to the other: the function looks at all of them and
-- tells no more than yes or no.
create function party.is_own(worker uuid, asked uuid[], today date) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select access.kind() = 'EMPLOYEE' and exists (
        select 1
        from party.own_file o
        join party.profile linked on linked.group_id = o.group_id and linked.id = o.party_id
        join party.profile mine on mine.group_id = linked.group_id and mine.head_id = linked.head_id
        join party.profile his on his.group_id = o.group_id and his.id = any (asked)
        where o.authority_id = access.authority() and o.employee_id = worker
          and (his.head_id = mine.head_id
            or exists (
                select 1 from party.relation r
                join party.profile t on t.group_id = r.group_id and t.id = r.to_party
                where r.authority_id = o.authority_id and r.from_party = mine.id
                  and t.head_id = his.head_id
                  and r.kind in ('HOUSEHOLD', 'PARENT') and r.ended_at is null
                  and (r.since is null or r.since <= today) and (r.until is null or r.until >= today))
            or exists (
                select 1 from party.relation r
                join party.profile f on f.group_id = r.group_id and f.id = r.from_party
                where r.authority_id = o.authority_id and r.to_party = mine.id
                  and f.head_id = his.head_id
                  and r.kind in ('HOUSEHOLD', 'PARENT') and r.ended_at is null
                  and (r.since is null or r.since <= today) and (r.until is null or r.until >= today))));
end;
comment on function party.is_own is
    'Whether one of these customers is the employee himself, or somebody of his household, his parent or his child';
revoke all on function party.is_own from public;
grant execute on function party.is_own to ${app};

create or replace function party.forget(gone uuid) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'SERVICE') then
        raise insufficient_privilege;
    end if;
    delete from party.acquaintance a
    where a.authority_id = access.authority() and a.party_id = gone;
    if exists (select 1 from party.acquaintance a
               where a.group_id = access.authority_group() and a.party_id = gone)
        or exists (select 1 from party.merging m
                   where m.group_id = access.authority_group() and forget.gone in (m.kept, m.gone))
        or exists (select 1 from party.consent c
                   where c.group_id = access.authority_group() and c.party_id = gone)
        or exists (select 1 from party.safety_flag s
                   where s.group_id = access.authority_group() and s.party_id = gone)
        or exists (select 1 from party.relation r
                   where r.group_id = access.authority_group() and gone in (r.from_party, r.to_party)) then
        return false;
    end if;
    delete from party.contact_point c
    where c.group_id = access.authority_group() and c.party_id = gone;
    delete from party.identifier i
    where i.group_id = access.authority_group() and i.party_id = gone;
    delete from party.detail d
    where d.group_id = access.authority_group() and d.party_id = gone;
    delete from party.matching_key k
    where k.group_id = access.authority_group() and k.party_id = gone;
    delete from party.likely_pair l
    where l.group_id = access.authority_group() and gone in (l.one, l.other);
    delete from party.never_same n
    where n.group_id = access.authority_group() and gone in (n.one, n.other);
    delete from party.own_file o
    where o.group_id = access.authority_group() and o.party_id = gone;
    delete from party.preference f
    where f.group_id = access.authority_group() and f.party_id = gone;
    delete from party.profile p where p.group_id = access.authority_group() and p.id = gone;
    return true;
end $$;
