-- One row is read from both sides. What an authority knows of who belongs to whom is its own; a merge rewrites
-- nothing, so whoever reads gathers the rows of all profiles that are one customer.
create table party.relation (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    group_id uuid not null,
    from_party uuid not null,
    to_party uuid not null check (to_party <> from_party),
    kind text not null check (kind in ('HOUSEHOLD', 'PARENT', 'GUARDIAN', 'MANDATE', 'CONTACT_PERSON')),
    role text not null,
    proof text not null,
    since date,
    until date check (until >= since),
    source text not null,
    stated_name text not null,
    stated_at timestamptz not null,
    ended_name text,
    ended_at timestamptz check (ended_at >= stated_at),
    primary key (authority_id, id),
    foreign key (group_id, from_party) references party.profile,
    foreign key (group_id, to_party) references party.profile,
    check ((ended_at is null) = (ended_name is null)),
    check (kind not in ('GUARDIAN', 'MANDATE') or proof <> ''),
    check (kind <> 'CONTACT_PERSON' or role <> '')
);
create index on party.relation (group_id, from_party);
create index on party.relation (group_id, to_party);
create index on party.relation (authority_id, from_party);
create index on party.relation (authority_id, to_party);
comment on table party.relation is
    'Who belongs to whom, or may act for whom, for how long and on what proof; ended and never removed. [personal: as long as both customers]';

grant select, insert, update on party.relation to ${app};
alter table party.relation enable row level security;
create policy relation_own on party.relation
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));

-- Whoever belongs to somebody is no mistake of an import any more: he stays.
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
    delete from party.profile p where p.group_id = access.authority_group() and p.id = gone;
    return true;
end $$;
