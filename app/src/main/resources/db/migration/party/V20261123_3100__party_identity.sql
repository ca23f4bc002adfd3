-- Rows keep the customer they were made with; whoever turns out to be the same person shares a head. Each
-- caller reads the rows that his authority knows, so that joining two profiles shows nothing new to anybody.
alter table party.profile
    add column head_id uuid generated always as (
        case when canonical_id is null then id else canonical_id end) stored not null,
    add column name_trust int not null default 5,
    add column named_at timestamptz;
update party.profile set named_at = created_at,
    name_trust = case when source = 'EMPLOYEE' then 3 when source in ('MAIL', 'PORTAL', 'API') then 4 else 5 end;
alter table party.profile alter column named_at set not null,
    add constraint name_trust_known check (name_trust between 1 and 5);
create index on party.profile (group_id, head_id);

create table party.identifier (
    group_id uuid not null,
    scheme text not null check (scheme in ('NATIONAL_NUMBER', 'ENTERPRISE', 'ESTABLISHMENT', 'V_CODE', 'EXTERNAL')),
    value text not null,
    party_id uuid not null,
    source text not null,
    stated_at timestamptz not null,
    primary key (group_id, scheme, value),
    foreign key (group_id, party_id) references party.profile
);
create index on party.identifier (group_id, party_id);
comment on table party.identifier is
    'A number that says who a customer is: national, enterprise, association or of another system. [personal: as long as the customer]';
insert into party.identifier (group_id, scheme, value, party_id, source, stated_at)
select group_id, 'ENTERPRISE', enterprise_number, id, source, created_at from party.profile
where enterprise_number is not null
union all
select group_id, 'EXTERNAL', external_key, id, source, created_at from party.profile
where external_key is not null;
drop function party.known_as;
alter table party.profile drop column enterprise_number, drop column external_key,
    drop column given_name, drop column family_name;

create table party.detail (
    group_id uuid not null,
    id uuid not null default uuidv7(),
    party_id uuid not null,
    kind text not null check (kind in ('GIVEN_NAMES', 'FAMILY_NAME', 'BIRTH_DATE', 'SEX', 'NATIONALITY',
        'CIVIL_STATE', 'RESIDENCE', 'DECEASED_ON', 'SECRET_ADDRESS', 'GUARDIAN', 'MOVED_ABROAD', 'PREFERRED_CHANNEL')),
    value text not null,
    source text not null,
    trust int not null check (trust between 1 and 5),
    since date,
    stated_at timestamptz not null,
    ended_at timestamptz check (ended_at >= stated_at),
    contested text,
    primary key (group_id, id),
    foreign key (group_id, party_id) references party.profile
);
create index on party.detail (group_id, party_id);
create unique index detail_one_a_source on party.detail (group_id, party_id, kind, trust)
    where ended_at is null;
comment on table party.detail is
    'One thing that a source states of a customer, and since when; what ended stays as his history. [personal: as long as the customer]';

grant select, insert, update, delete on party.identifier, party.detail to ${app};
alter table party.identifier enable row level security;
create policy identifier_known on party.identifier
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = (select access.authority()) and a.party_id = identifier.party_id)))
    with check (group_id = (select access.authority_group()));
alter table party.detail enable row level security;
create policy detail_known on party.detail
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = (select access.authority()) and a.party_id = detail.party_id)))
    with check (group_id = (select access.authority_group()));

-- A number says who it is: registering him again must not double him, even when only a sister authority knows him.
-- The first of the numbers decides.
create function party.known_as(schemes text[], numbers text[]) returns uuid
    stable security definer set search_path = '' language sql
begin atomic
    select i.party_id
    from unnest(schemes, numbers) with ordinality as asked (scheme, value, place)
    join party.identifier i on i.group_id = access.authority_group()
        and i.scheme = asked.scheme and i.value = asked.value
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    order by asked.place
    limit 1;
end;
comment on function party.known_as is
    'The customer of the group with one of these numbers, or key of another system';
revoke all on function party.known_as from public;
grant execute on function party.known_as to ${app};
