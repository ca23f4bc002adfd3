-- Case types are drafted, checked and published with validity; a published version never changes.
alter table cases.case_type
    alter column valid_from drop not null,
    add column revision int not null default 0,
    add column changed_at timestamptz not null default now(),
    add column changed_by text not null default '',
    add column published_at timestamptz,
    add column published_by text;
alter table cases.case_type drop constraint case_type_state_check;
update cases.case_type
set state = 'PUBLISHED', published_at = coalesce(published_at, valid_from::timestamptz),
    published_by = coalesce(published_by, '')
where state <> 'DRAFT';
alter table cases.case_type
    add constraint case_type_state_check check (state in ('DRAFT', 'PUBLISHED')),
    add constraint case_type_published check (state = 'DRAFT'
        or (valid_from is not null and published_at is not null and published_by is not null)),
    add constraint case_type_order check (valid_until >= valid_from),
    add constraint case_type_one_at_a_time exclude using gist (
        authority_id with =, code with =, daterange(valid_from, valid_until) with &&)
        where (state = 'PUBLISHED');
create unique index case_type_one_draft on cases.case_type (authority_id, code)
    where state = 'DRAFT';

create function cases.keep_published() returns trigger language plpgsql set search_path = '' as $$
begin
    if old.state = 'PUBLISHED' and
        (new.state, new.code, new.version, new.definition, new.valid_from, new.published_at, new.published_by)
            is distinct from
        (old.state, old.code, old.version, old.definition, old.valid_from, old.published_at, old.published_by)
    then
        raise exception 'A published case type does not change';
    end if;
    return new;
end $$;
create trigger case_type_kept before update on cases.case_type
    for each row execute function cases.keep_published();
grant delete on cases.case_type to ${app};
drop policy case_type_own on cases.case_type;
create policy case_type_read on cases.case_type for select
    using (authority_id = (select access.authority()));
create policy case_type_drafted on cases.case_type for insert
    with check (authority_id = (select access.authority()));
create policy case_type_changed on cases.case_type for update
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
create policy case_type_dropped on cases.case_type for delete
    using (authority_id = (select access.authority()) and state = 'DRAFT');

-- What is filled in about a case, since when it is in its phase, and what its tasks are.
alter table cases.case_file
    add column fields jsonb not null default '{}',
    add column field_whys jsonb not null default '{}',
    add column phase_since timestamptz;

alter table cases.task
    add column kind text not null default 'WORK' check (kind in ('WORK', 'ASK_CUSTOMER',
        'INTERNAL_ADVICE', 'EXTERNAL_ADVICE', 'APPROVE', 'SEND', 'NOTIFY', 'WAIT', 'OPEN_CASE', 'WORKER')),
    add column needs text not null default '',
    add column outcome text not null default '',
    add column note text not null default '',
    add column wakes_at timestamptz,
    add column attempts int not null default 0,
    add column failure text not null default '';
create index on cases.task (wakes_at) where state = 'OPEN' and wakes_at is not null;
create index on cases.task (authority_id, needs, made_at) where state = 'OPEN' and kind = 'WORKER';
update cases.task set kind = 'SEND' where code = 'answer';

create table cases.role (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    code text not null,
    party_id uuid not null,
    party_name text not null,
    added_at timestamptz not null,
    added_by text not null,
    primary key (authority_id, id),
    unique (authority_id, case_id, code, party_id),
    foreign key (authority_id, case_id) references cases.case_file
);
create index on cases.role (authority_id, party_id);
comment on table cases.role is
    'In which way a customer is part of a case, besides the one it is for. [personal: as long as its case]';
grant select, insert, update, delete on cases.role to ${app};
alter table cases.role enable row level security;
create policy role_seen on cases.role
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = role.authority_id and c.id = role.case_id))
    with check (authority_id = (select access.authority()));

create table cases.link (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    other_id uuid not null check (other_id <> case_id),
    kind text not null check (kind in ('PARENT', 'RELATED', 'DUPLICATE')),
    added_at timestamptz not null,
    added_by text not null,
    primary key (authority_id, id),
    unique (authority_id, case_id, other_id, kind),
    foreign key (authority_id, case_id) references cases.case_file,
    foreign key (authority_id, other_id) references cases.case_file
);
create index on cases.link (authority_id, other_id);
comment on table cases.link is
    'That a case belongs to another: above it, beside it or the same. [personal: as long as its cases]';
grant select, insert, delete on cases.link to ${app};
alter table cases.link enable row level security;
create policy link_seen on cases.link
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = link.authority_id and c.id = link.case_id)
        and exists (select 1 from cases.case_file c
                    where c.authority_id = link.authority_id and c.id = link.other_id))
    with check (authority_id = (select access.authority()));

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
