create schema post;
grant usage on schema post to ${app};

create table post.register (
    authority_id uuid not null references access.authority,
    direction text not null check (direction in ('IN', 'OUT')),
    year int not null,
    last_number int not null,
    primary key (authority_id, direction, year)
);
comment on table post.register is
    'The last number given in a register of a year; its row is locked while a number is given. [not personal]';

create table post.entry (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    direction text not null check (direction in ('IN', 'OUT')),
    year int not null,
    sequence int not null,
    number text not null,
    channel text not null,
    received_on date not null,
    registered_at timestamptz not null,
    registered_by text not null,
    subject text not null,
    correspondent text not null,
    party_id uuid,
    unit_id uuid,
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    state text not null default 'OPEN' check (state in ('OPEN', 'HANDLED', 'CANCELLED')),
    handled_at timestamptz,
    handled_by text,
    outcome text,
    source_kind text,
    source_id uuid,
    case_id uuid,
    case_number text,
    answers_id uuid,
    primary key (authority_id, id),
    unique (authority_id, direction, year, sequence),
    unique (authority_id, source_kind, source_id),
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, answers_id) references post.entry
);
create index on post.entry (authority_id, unit_id, registered_at desc) where state = 'OPEN';
create index on post.entry (authority_id, unit_id);
create index on post.entry (authority_id, registered_at desc);
create index on post.entry (authority_id, party_id);
create index on post.entry (authority_id, case_id);
create index on post.entry (authority_id, answers_id);
comment on table post.entry is
    'A numbered, dated entry of a piece that came in or went out; never renumbered or removed. [personal: permanently kept register]';
grant select, insert, update on post.register, post.entry to ${app};
alter table post.register enable row level security;
create policy register_own on post.register
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table post.entry enable row level security;
create policy entry_seen on post.entry
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
