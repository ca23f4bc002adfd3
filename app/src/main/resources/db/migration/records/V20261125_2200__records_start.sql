create schema records;
grant usage on schema records to ${app};

create table records.hold (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    kind text not null check (kind in ('CASE', 'TYPE', 'CUSTOMER')),
    case_id uuid,
    case_number text not null default '',
    type_code text,
    opened_from date,
    opened_until date,
    party_id uuid,
    reason text not null,
    placed_at timestamptz not null,
    placed_by text not null,
    lifted_at timestamptz,
    lifted_by text,
    lifted_reason text,
    primary key (authority_id, id),
    check ((kind = 'CASE') = (case_id is not null)),
    check ((kind = 'TYPE') = (type_code is not null and opened_from is not null and opened_until is not null)),
    check ((kind = 'CUSTOMER') = (party_id is not null)),
    check (opened_from <= opened_until),
    check ((lifted_at is null) = (lifted_by is null)),
    check ((lifted_at is null) = (lifted_reason is null))
);
create index hold_placed on records.hold (authority_id, placed_at);
comment on table records.hold is
    'Why something may not be destroyed, until somebody lifts it. [personal: names of employees and which customer; permanently, as proof]';

create table records.destruction_list (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    number int not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'DONE', 'WITHDRAWN')),
    due_until date not null,
    sample_percent int not null check (sample_percent between 1 and 100),
    sample_seed text not null,
    items int not null,
    snapshot text not null,
    made_at timestamptz not null,
    made_by text not null,
    made_account uuid not null,
    approved_at timestamptz,
    approved_by text,
    approved_account uuid,
    ended_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, number),
    check ((state in ('APPROVED', 'DONE')) = (approved_at is not null)),
    check (approved_account is distinct from made_account),
    check ((state in ('DONE', 'WITHDRAWN')) = (ended_at is not null))
);
create index destruction_list_in_state on records.destruction_list (authority_id, state);
comment on table records.destruction_list is
    'What was proposed for destruction, by whom, and who approved it. [personal: names of employees; permanently, as proof (Bestuursdecreet III.81)]';
comment on column records.destruction_list.snapshot is 'The SHA-256 of the list as it was proposed';

create table records.item (
    authority_id uuid not null,
    list_id uuid not null,
    case_id uuid not null,
    number text not null,
    type_code text not null,
    type_name text not null,
    unit_id uuid not null,
    confidentiality int not null check (confidentiality between 0 and 3),
    opened_on date not null,
    closed_on date not null,
    result_code text not null,
    action text not null check (action in ('DESTROY', 'SAMPLE')),
    keep_until date not null,
    state text not null check (state in ('LISTED', 'SAMPLED', 'TAKEN_OUT', 'SKIPPED', 'DESTROYED', 'WITHDRAWN')),
    reason text not null default '',
    later date,
    decided_by text not null default '',
    decided_at timestamptz,
    contents text not null default '',
    digest text not null default '',
    primary key (authority_id, list_id, case_id),
    foreign key (authority_id, list_id) references records.destruction_list,
    check ((state = 'TAKEN_OUT') = (later is not null)),
    check (state <> 'DESTROYED' or (digest <> '' and decided_at is not null))
);
create unique index item_on_one_list on records.item (authority_id, case_id) where state in ('LISTED', 'DESTROYED');
create index item_of_case on records.item (authority_id, case_id);
create index item_number on records.item (authority_id, number);
create index item_waiting on records.item (authority_id, list_id, state, number);
comment on table records.item is
    'A case on a destruction list: what stays when the case is gone. No customer and no subject. [personal: names of employees; permanently, as proof (Bestuursdecreet III.81)]';

create table records.night (
    authority_id uuid not null references access.authority,
    on_day date not null,
    undated int not null,
    waiting int not null,
    held int not null,
    recomputed int not null,
    looked_at timestamptz not null,
    primary key (authority_id, on_day)
);
comment on table records.night is
    'What the nightly look found: closed cases without a date, and those past theirs on no list. [not personal]';

grant select, insert, update on records.hold, records.destruction_list, records.item, records.night to ${app};

alter table records.hold enable row level security;
create policy hold_own on records.hold
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
alter table records.destruction_list enable row level security;
create policy destruction_list_own on records.destruction_list
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
alter table records.item enable row level security;
create policy item_seen on records.item
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            or (select access.kind()) = 'SERVICE'))
    with check (authority_id = (select access.authority()));
alter table records.night enable row level security;
create policy night_own on records.night
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));
