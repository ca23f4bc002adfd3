create table party.consent (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    group_id uuid not null,
    party_id uuid not null,
    purpose text not null check (length(purpose) between 1 and 60),
    given boolean not null,
    text_version text not null,
    text text not null,
    channel text not null,
    proof text not null,
    at timestamptz not null,
    recorded_name text not null,
    recorded_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (group_id, party_id) references party.profile
);
create index on party.consent (group_id, party_id);
create index on party.consent (authority_id, party_id);
comment on table party.consent is
    'A customer gave or withdrew his consent to an authority for one purpose, to which text and with what proof; only added to. [personal: five years after the customer is gone, as proof (AVG art. 7)]';

create table party.safety_flag (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    group_id uuid not null,
    party_id uuid not null,
    reason text not null,
    set_name text not null,
    set_at timestamptz not null,
    until date not null,
    lifted_name text,
    lifted_at timestamptz,
    primary key (authority_id, id),
    foreign key (group_id, party_id) references party.profile
);
create index on party.safety_flag (group_id, party_id);
create index on party.safety_flag (authority_id, party_id);
comment on table party.safety_flag is
    'After an incident, colleagues are warned for a while, with the reason. [personal: a year after it ended]';

grant select, insert on party.consent to ${app};
grant select, insert, update on party.safety_flag to ${app};
alter table party.consent enable row level security;
create policy consent_own on party.consent
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));
alter table party.safety_flag enable row level security;
create policy safety_flag_own on party.safety_flag
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));

-- Whoever was merged, or said what he agrees to, is no mistake of an import any more: he stays.
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
                   where s.group_id = access.authority_group() and s.party_id = gone) then
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
