-- A term stands still while somebody else is to act, and may be extended once: the end is computed again from these.
alter table cases.case_file add column extension int not null default 0 check (extension >= 0),
    add column due_given date;
update cases.case_file set due_given = due_on where due_why ->> 'key' = 'cases.term-taken-over';

-- What these give back is the row with its new columns.
create or replace function cases.follow(closed uuid, successor uuid, mover text, moment timestamptz)
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

create or replace function cases.leave(leaver uuid, mover text, moment timestamptz) returns setof cases.case_file
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

drop index cases.case_file_open_due;
create index case_file_open_due on cases.case_file (authority_id, due_on, id)
    include (handler_id, unit_id, confidentiality, status)
    where status <> 'CLOSED';

create table cases.pause (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz check (until_at >= from_at),
    reason text not null,
    suspended_name text not null,
    resumed_name text,
    primary key (authority_id, id),
    foreign key (authority_id, case_id) references cases.case_file,
    check ((until_at is null) = (resumed_name is null))
);
create index on cases.pause (authority_id, case_id);
create unique index pause_one_open on cases.pause (authority_id, case_id) where until_at is null;
comment on table cases.pause is
    'A time in which the term of a case stood still, and why. [personal: as long as its case]';
grant select, insert, update on cases.pause to ${app};
alter table cases.pause enable row level security;
create policy pause_seen on cases.pause
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = pause.authority_id and c.id = pause.case_id))
    with check (authority_id = (select access.authority()));
