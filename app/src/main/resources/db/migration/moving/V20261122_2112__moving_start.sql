create schema moving;
grant usage on schema moving to ${app};

create table moving.transfer (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    number int not null,
    asked_by uuid not null,
    asked_name text not null,
    may_hire boolean not null,
    state text not null check (state in
        ('READING', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'UNDOING', 'UNDONE', 'REFUSED', 'DROPPED')),
    files jsonb not null,
    problem jsonb,
    total int not null default 0,
    done int not null default 0,
    made_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, number)
);
create unique index transfer_one_at_work on moving.transfer (authority_id)
    where state in ('READING', 'CHECKING', 'IMPORTING', 'UNDOING');
comment on table moving.transfer is
    'Data of another system that an authority brings in: who, when, which files with their SHA-256. [personal: name of the employee who asked, 10 years]';

create table moving.line (
    authority_id uuid not null,
    transfer_id uuid not null,
    seq int not null,
    sheet text not null check (sheet in ('EMPLOYEES', 'PARTIES', 'CASES', 'DOCUMENTS', 'NUMBERS')),
    line bigint not null,
    key text not null,
    alias text not null,
    cells jsonb not null,
    verdict text check (verdict in ('NEW', 'MET', 'SKIPPED', 'REFUSED', 'UNDONE', 'KEPT')),
    reason jsonb,
    ref uuid,
    primary key (authority_id, transfer_id, seq),
    foreign key (authority_id, transfer_id) references moving.transfer
);
create index on moving.line (authority_id, transfer_id, sheet, key);
create index on moving.line (authority_id, transfer_id, sheet, alias) where alias <> '';
create index on moving.line (authority_id, transfer_id, verdict, seq);
comment on table moving.line is
    'One row of a file that is brought in and what became of it. [personal: the cells until the transfer is done or dropped, what became of it 2 years]';

create table moving.brought (
    authority_id uuid not null,
    sheet text not null,
    key text not null,
    ref uuid not null,
    transfer_id uuid not null,
    primary key (authority_id, sheet, key),
    foreign key (authority_id, transfer_id) references moving.transfer
);
create index on moving.brought (authority_id, transfer_id);
create index on moving.brought (authority_id, ref);
comment on table moving.brought is
    'Under which key another system knew a customer, case or colleague, so that nothing comes twice. [personal: as long as what it names]';

create table moving.document (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    title text not null,
    name text not null,
    dated_on date,
    sha256 text not null,
    size bigint not null,
    added_at timestamptz not null,
    primary key (authority_id, id),
    unique (authority_id, case_id, sha256, name),
    foreign key (authority_id, case_id) references cases.case_file,
    foreign key (authority_id, sha256) references files.content
);
create index on moving.document (authority_id, sha256);
comment on table moving.document is
    'A piece that came along with a case from another system. [personal: as long as its case]';

create table moving.export (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    asked_by uuid not null,
    asked_name text not null,
    state text not null check (state in ('WAITING', 'READY', 'FAILED', 'GONE')),
    parties int not null default 0,
    cases int not null default 0,
    documents int not null default 0,
    size bigint not null default 0,
    sha256 text,
    made_at timestamptz not null,
    ready_at timestamptz,
    primary key (authority_id, id)
);
create unique index export_one_at_work on moving.export (authority_id, asked_by) where state = 'WAITING';
comment on table moving.export is
    'The data of an authority as files, for the one who asked. [personal: name of the employee who asked, 10 years; the file itself 24 hours]';

grant select, insert, update on moving.transfer, moving.export to ${app};
grant select, insert, update, delete on moving.line, moving.brought, moving.document to ${app};

alter table moving.transfer enable row level security;
create policy transfer_own on moving.transfer
    using (authority_id = access.authority() and access.kind() in ('EMPLOYEE', 'SERVICE'))
    with check (authority_id = access.authority());
alter table moving.line enable row level security;
create policy line_own on moving.line
    using (authority_id = access.authority() and access.kind() in ('EMPLOYEE', 'SERVICE'))
    with check (authority_id = access.authority());
alter table moving.brought enable row level security;
create policy brought_own on moving.brought
    using (authority_id = access.authority() and access.kind() in ('EMPLOYEE', 'SERVICE'))
    with check (authority_id = access.authority());
-- Who may see a case may see what came along with it, and nobody else.
alter table moving.document enable row level security;
create policy document_of_seen_case on moving.document
    using (authority_id = access.authority()
        and exists (select 1 from cases.case_file c
                    where c.authority_id = document.authority_id and c.id = document.case_id))
    with check (authority_id = access.authority());
alter table moving.export enable row level security;
create policy export_own on moving.export
    using (authority_id = access.authority()
        and (asked_by = access.actor() or access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
