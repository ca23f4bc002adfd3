-- A term stands still while somebody else is to act, and may be extended once: the end is computed again from these.
alter table cases.case_file add column extension int not null default 0 check (extension >= 0),
    add column due_given date;
update cases.case_file set due_given = due_on where due_why ->> 'key' = 'cases.term-taken-over';

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
