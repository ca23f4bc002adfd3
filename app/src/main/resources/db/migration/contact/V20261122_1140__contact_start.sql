create schema contact;
grant usage on schema contact to ${app};
create table contact.moment (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    channel text not null,
    party_id uuid,
    unit_id uuid not null,
    employee_name text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    note text not null default '',
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    source_kind text,
    source_id uuid,
    primary key (authority_id, id),
    unique (authority_id, source_kind, source_id),
    foreign key (authority_id, unit_id) references organisation.unit
);
create index on contact.moment (authority_id, started_at desc);
create index on contact.moment (authority_id, party_id, started_at desc);
create index on contact.moment (authority_id, unit_id);
comment on table contact.moment is
    'One contact moment on one channel. [personal: 10 years]';

create table contact.question (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    contact_id uuid not null,
    subject text not null,
    unit_id uuid,
    outcome text not null default 'OPEN'
        check (outcome in ('OPEN', 'ANSWERED', 'PASSED_ON', 'CASE')),
    case_id uuid,
    case_number text,
    primary key (authority_id, id),
    foreign key (authority_id, contact_id) references contact.moment,
    foreign key (authority_id, unit_id) references organisation.unit
);
create index on contact.question (authority_id, contact_id);
create index on contact.question (authority_id, unit_id);
create index on contact.question (authority_id, case_id);
comment on table contact.question is
    'What a contact was about, and how it ended. [personal: 10 years]';
grant select, insert, update on contact.moment, contact.question to ${app};
alter table contact.moment enable row level security;
create policy contact_seen on contact.moment
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
alter table contact.question enable row level security;
create policy question_seen on contact.question
    using (authority_id = access.authority()
        and exists (select 1 from contact.moment c
                    where c.authority_id = question.authority_id and c.id = question.contact_id))
    with check (authority_id = access.authority());
