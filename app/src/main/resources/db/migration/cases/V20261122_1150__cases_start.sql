create schema cases;
grant usage on schema cases to ${app};

create table cases.case_type (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    code text not null,
    version int not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'ENDED')),
    valid_from date not null,
    valid_until date,
    definition jsonb not null,
    primary key (authority_id, id),
    unique (authority_id, code, version)
);
comment on table cases.case_type is
    'A version of a definition: phases, tasks, term, results with retention. [not personal]';

create table cases.counter (
    authority_id uuid not null references access.authority,
    year int not null,
    last_number int not null,
    primary key (authority_id, year)
);
comment on table cases.counter is
    'The last case number given in a year; its row is locked while one is given. [not personal]';

create table cases.case_file (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    number text not null,
    type_id uuid not null,
    type_code text not null,
    type_name text not null,
    subject text not null,
    description text not null default '',
    party_id uuid,
    party_name text not null default '',
    unit_id uuid not null,
    handler_id uuid,
    handler_name text not null default '',
    phase text not null,
    status text not null check (status in ('OPEN', 'WAITING', 'CLOSED')),
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    channel text not null,
    opened_at timestamptz not null,
    starts_on date not null,
    due_on date not null,
    due_why jsonb not null,
    closed_at timestamptz,
    closed_by text,
    result_code text,
    retention_action text,
    retention_until date,
    origin_kind text,
    origin_id uuid,
    external_key text,
    revision int not null default 0,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (authority_id, id),
    unique (authority_id, number),
    unique (authority_id, origin_kind, origin_id),
    unique (authority_id, external_key),
    foreign key (authority_id, type_id) references cases.case_type,
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, handler_id) references organisation.employee,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check (status <> 'CLOSED' or (result_code is not null and retention_action is not null
        and (retention_action = 'KEEP' or retention_until is not null)))
);
create index case_file_open_of_unit on cases.case_file (authority_id, unit_id, due_on, id)
    where status <> 'CLOSED';
create index case_file_open_of_handler on cases.case_file (authority_id, handler_id, due_on, id)
    where status <> 'CLOSED';
create index case_file_open_due on cases.case_file (authority_id, due_on, id)
    where status <> 'CLOSED';
create index case_file_recent on cases.case_file (authority_id, opened_at desc, id desc);
create index on cases.case_file (authority_id, party_id, opened_at desc);
create index on cases.case_file (authority_id, type_id);
create index on cases.case_file (authority_id, unit_id);
create index on cases.case_file (authority_id, handler_id);
create index on cases.case_file (authority_id, closed_at);
comment on table cases.case_file is
    'A piece of work for a customer or the authority, from opening to result. [personal: by the retention rule of its result]';

create table cases.task (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    code text not null,
    title text not null,
    mandatory boolean not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
    unit_id uuid not null,
    employee_id uuid,
    due_on date,
    made_at timestamptz not null,
    done_at timestamptz,
    done_by text,
    primary key (authority_id, id),
    foreign key (authority_id, case_id) references cases.case_file,
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, employee_id) references organisation.employee
);
create index on cases.task (authority_id, case_id);
create index on cases.task (authority_id, unit_id, due_on) where state = 'OPEN';
create index on cases.task (authority_id, unit_id);
create index on cases.task (authority_id, employee_id);
comment on table cases.task is
    'One thing to do in a case, by one unit or employee. [personal: as long as its case]';

create table cases.note (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    text text not null,
    author_name text not null,
    written_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, case_id) references cases.case_file
);
create index on cases.note (authority_id, case_id);
comment on table cases.note is 'What an employee wrote down in a case. [personal: as long as its case]';

create table cases.reply_template (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    code text not null,
    name text not null,
    subject text not null,
    body text not null,
    locale text not null default 'nl',
    primary key (authority_id, id),
    unique (authority_id, code, locale)
);
comment on table cases.reply_template is 'A text with fields to answer customers with. [not personal]';

grant select, insert, update on cases.case_type, cases.counter, cases.case_file, cases.task,
    cases.note, cases.reply_template to ${app};

alter table cases.case_type enable row level security;
create policy case_type_own on cases.case_type
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table cases.counter enable row level security;
create policy counter_own on cases.counter
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table cases.reply_template enable row level security;
create policy reply_template_own on cases.reply_template
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table cases.case_file enable row level security;
create policy case_file_seen on cases.case_file
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
alter table cases.task enable row level security;
create policy task_seen on cases.task
    using (authority_id = access.authority()
        and exists (select 1 from cases.case_file c
                    where c.authority_id = task.authority_id and c.id = task.case_id))
    with check (authority_id = access.authority());
alter table cases.note enable row level security;
create policy note_seen on cases.note
    using (authority_id = access.authority()
        and exists (select 1 from cases.case_file c
                    where c.authority_id = note.authority_id and c.id = note.case_id))
    with check (authority_id = access.authority());

-- Whoever gives a confidential case to another unit no longer sees it: the row-level rule cannot allow
-- that last step, so these reviewed functions apply it to the row as it was.
create function cases.move(moved uuid, successor uuid, mover text, moment timestamptz) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update cases.task t set unit_id = successor, employee_id = null
    from cases.case_file c
    where c.authority_id = access.authority() and c.id = moved
      and (access.sees(c.authority_id, c.confidentiality, c.unit_id) or access.kind() = 'SERVICE')
      and t.authority_id = c.authority_id and t.case_id = c.id and t.state = 'OPEN';
    update cases.case_file c
    set unit_id = successor, handler_id = null, handler_name = '', revision = c.revision + 1,
        changed_at = moment, changed_by = mover
    where c.authority_id = access.authority() and c.id = moved
      and (access.sees(c.authority_id, c.confidentiality, c.unit_id) or access.kind() = 'SERVICE');
end;
comment on function cases.move is 'Gives a case that the caller sees to another unit, without a handler';
revoke all on function cases.move from public;
grant execute on function cases.move to ${app};

create function cases.follow(closed uuid, successor uuid, mover text, moment timestamptz)
    returns setof cases.case_file
    volatile security definer set search_path = '' language sql
begin atomic
    update cases.task t set unit_id = successor
    where t.authority_id = access.authority() and t.unit_id = closed and t.state = 'OPEN'
      and access.kind() in ('EMPLOYEE', 'SERVICE');
    update cases.case_file c
    set unit_id = successor, revision = c.revision + 1, changed_at = moment, changed_by = mover
    where c.authority_id = access.authority() and c.unit_id = closed
      and access.kind() in ('EMPLOYEE', 'SERVICE')
      and (c.status <> 'CLOSED' or c.confidentiality > 1)
    returning c.*;
end;
comment on function cases.follow is
    'Gives open cases and tasks of a unit that closed to its successor, and the cases only its people could see';
revoke all on function cases.follow from public;
grant execute on function cases.follow to ${app};

create function cases.leave(leaver uuid, mover text, moment timestamptz) returns setof cases.case_file
    volatile security definer set search_path = '' language sql
begin atomic
    update cases.task t set employee_id = null
    where t.authority_id = access.authority() and t.employee_id = leaver and t.state = 'OPEN'
      and access.kind() in ('EMPLOYEE', 'SERVICE');
    update cases.case_file c
    set handler_id = null, handler_name = '', revision = c.revision + 1,
        changed_at = moment, changed_by = mover
    where c.authority_id = access.authority() and c.handler_id = leaver and c.status <> 'CLOSED'
      and access.kind() in ('EMPLOYEE', 'SERVICE')
    returning c.*;
end;
comment on function cases.leave is 'Gives the open cases and tasks of somebody who left back to their units';
revoke all on function cases.leave from public;
grant execute on function cases.leave to ${app};
