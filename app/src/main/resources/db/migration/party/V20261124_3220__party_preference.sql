-- What a customer wishes of one authority is not the business of another of its group.
create table party.preference (
    authority_id uuid not null references access.authority,
    party_id uuid not null,
    case_type text not null,
    group_id uuid not null,
    channel text,
    locale text,
    stated_name text not null,
    stated_at timestamptz not null,
    primary key (authority_id, party_id, case_type),
    foreign key (group_id, party_id) references party.profile
);
create index on party.preference (group_id, party_id);
comment on table party.preference is
    'How and in which language a customer wants to be reached by an authority, in general (an empty case type) or for one type of case. [personal: as long as the customer]';
grant select, insert, update on party.preference to ${app};
alter table party.preference enable row level security;
create policy preference_own on party.preference
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));

-- A channel that is a word among the details was read by nobody.
delete from party.detail where kind = 'PREFERRED_CHANNEL';
alter table party.detail drop constraint detail_kind_check;
alter table party.detail add constraint detail_kind_check check (kind in ('GIVEN_NAMES', 'FAMILY_NAME',
    'BIRTH_DATE', 'SEX', 'NATIONALITY', 'CIVIL_STATE', 'RESIDENCE', 'DECEASED_ON', 'SECRET_ADDRESS', 'GUARDIAN',
    'MOVED_ABROAD'));

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
    delete from party.preference f
    where f.group_id = access.authority_group() and f.party_id = gone;
    delete from party.profile p where p.group_id = access.authority_group() and p.id = gone;
    return true;
end $$;
