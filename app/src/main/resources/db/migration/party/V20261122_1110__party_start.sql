create schema party;
grant usage on schema party to ${app};

create table party.profile (
    group_id uuid not null references access.authority_group,
    id uuid not null default uuidv7(),
    kind text not null check (kind in ('PERSON', 'ORGANISATION')),
    name text not null,
    given_name text,
    family_name text,
    enterprise_number text,
    locale text not null default 'nl',
    source text not null,
    canonical_id uuid,
    external_key text,
    created_at timestamptz not null,
    primary key (group_id, id),
    unique (group_id, enterprise_number),
    unique (group_id, external_key),
    foreign key (group_id, canonical_id) references party.profile
);
create index on party.profile (group_id, canonical_id);
comment on table party.profile is
    'A customer of a group of authorities: a person or an organisation. [personal: until the last fact about it is gone]';

create table party.acquaintance (
    authority_id uuid not null references access.authority,
    group_id uuid not null,
    party_id uuid not null,
    since timestamptz not null,
    primary key (authority_id, party_id),
    foreign key (group_id, party_id) references party.profile
);
create index on party.acquaintance (group_id, party_id);
comment on table party.acquaintance is
    'An authority knows a customer; another of its group does not see him before it has its own reason. [personal: as long as the authority has a fact about him]';

create table party.contact_point (
    group_id uuid not null,
    id uuid not null default uuidv7(),
    party_id uuid not null,
    kind text not null check (kind in ('EMAIL', 'PHONE', 'ADDRESS')),
    value text not null,
    normalised text not null,
    source text not null,
    verified_on date,
    preferred boolean not null default false,
    primary key (group_id, id),
    unique (group_id, party_id, kind, normalised),
    foreign key (group_id, party_id) references party.profile
);
create index on party.contact_point (group_id, kind, normalised);
comment on table party.contact_point is
    'How a customer is reached, and where we know it from. [personal: as long as the customer]';

grant select, insert, update on party.profile, party.contact_point to ${app};
grant select, insert on party.acquaintance to ${app};
grant delete on party.profile, party.contact_point, party.acquaintance to ${app};

alter table party.acquaintance enable row level security;
create policy acquaintance_own on party.acquaintance
    using (authority_id = access.authority())
    with check (authority_id = access.authority() and group_id = access.authority_group());

alter table party.profile enable row level security;
create policy profile_known on party.profile
    using (group_id = access.authority_group()
        and (access.kind() = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = access.authority() and a.party_id = profile.id)))
    with check (group_id = access.authority_group());
alter table party.contact_point enable row level security;
create policy contact_point_known on party.contact_point
    using (group_id = access.authority_group()
        and (access.kind() = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = access.authority() and a.party_id = contact_point.party_id)))
    with check (group_id = access.authority_group());

-- A number says who it is: registering him again must not double him, even when only a sister authority knows him.
create function party.known_as(enterprise text, external text) returns uuid
    stable security definer set search_path = '' language sql
begin atomic
    select coalesce(p.canonical_id, p.id) from party.profile p
    where p.group_id = access.authority_group()
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and (p.enterprise_number = enterprise or p.external_key = external)
    order by p.enterprise_number = enterprise desc nulls last
    limit 1;
end;
comment on function party.known_as is
    'The customer of the group with this enterprise number or key of another system';
revoke all on function party.known_as from public;
grant execute on function party.known_as to ${app};
