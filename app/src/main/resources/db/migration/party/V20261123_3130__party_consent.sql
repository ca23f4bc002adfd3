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
