create table post.book (
    authority_id uuid not null references access.authority,
    code text not null check (code ~ '^[A-Z]{1,3}$'),
    name text not null,
    primary key (authority_id, code)
);
comment on table post.book is
    'A register that an authority keeps beside its usual one, with numbers of its own in and out. [not personal]';

create table post.setting (
    authority_id uuid primary key references access.authority,
    backdating text not null check (backdating in ('PREVIOUS_WORKING_DAY', 'LAST_REGISTRATION_DAY'))
);
comment on table post.setting is
    'From which day on an entry that comes late must say why; the previous working day unless set. [not personal]';

create table post.kind_term (
    authority_id uuid not null references access.authority,
    kind text not null,
    amount int not null check (amount between 1 and 3650),
    unit text not null check (unit in ('CALENDAR_DAYS', 'WORKING_DAYS')),
    primary key (authority_id, kind)
);
comment on table post.kind_term is
    'Within how many days a piece of a kind is handled; a kind without a row has no term. [not personal]';

alter table post.register add column book text not null default '';
alter table post.register add column last_given_on date;
alter table post.register drop constraint register_pkey;
alter table post.register add primary key (authority_id, book, direction, year);

alter table post.entry
    add column book text not null default '',
    add column kind text not null default 'LETTER',
    add column dated date,
    add column their_reference text not null default '',
    add column our_reference text not null default '',
    add column annexes int not null default 0 check (annexes between 0 and 9999),
    add column place text not null default '',
    add column barcode text,
    add column unopened boolean not null default false,
    add column late_reason text not null default '',
    add column due_on date,
    add column handler_id uuid,
    add column likely_id uuid,
    add column revision int not null default 0,
    add column sender_key text generated always as (md5(lower(correspondent))) stored,
    add column subject_key text generated always as (md5(lower(subject))) stored,
    add foreign key (authority_id, handler_id) references organisation.employee;
update post.entry set kind = case channel
    when 'MAIL' then 'EMAIL' when 'WEB_FORM' then 'FORM' when 'DESK' then 'BY_HAND' else 'LETTER' end;
alter table post.entry drop constraint entry_authority_id_direction_year_sequence_key;
alter table post.entry add unique (authority_id, book, direction, year, sequence);
create unique index on post.entry (authority_id, barcode)
    where barcode is not null and state <> 'CANCELLED';
create index on post.entry (authority_id, handler_id);
create index on post.entry (authority_id, sender_key, registered_at);
create index on post.entry (authority_id, received_on);
create index on post.entry (authority_id, due_on) where state = 'OPEN' and due_on is not null;

create table post.correspondent (
    authority_id uuid not null references access.authority,
    entry_id uuid not null,
    position int not null,
    name text not null,
    party_id uuid,
    likely_id uuid,
    primary key (authority_id, entry_id, position),
    foreign key (authority_id, entry_id) references post.entry
);
create index on post.correspondent (authority_id, party_id);
comment on table post.correspondent is
    'Who else sent a piece or got it, beside the first one. [personal: permanently kept register]';

create table post.copy (
    authority_id uuid not null references access.authority,
    entry_id uuid not null,
    unit_id uuid not null,
    primary key (authority_id, entry_id, unit_id),
    foreign key (authority_id, entry_id) references post.entry,
    foreign key (authority_id, unit_id) references organisation.unit
);
create index on post.copy (authority_id, unit_id);
comment on table post.copy is
    'The units that got a piece in copy. [not personal]';

create table post.change (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    entry_id uuid not null,
    at timestamptz not null,
    by text not null,
    field text not null,
    was text not null,
    becomes text not null,
    primary key (authority_id, id),
    foreign key (authority_id, entry_id) references post.entry
);
create index on post.change (authority_id, entry_id, at);
comment on table post.change is
    'What changed in an entry, with the old and the new value. [personal: permanently kept register]';

grant select, insert, update, delete on post.book, post.setting, post.kind_term, post.correspondent, post.copy
    to ${app};
grant select, insert on post.change to ${app};

alter table post.book enable row level security;
create policy book_own on post.book
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
alter table post.setting enable row level security;
create policy setting_own on post.setting
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
alter table post.kind_term enable row level security;
create policy kind_term_own on post.kind_term
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
-- What belongs to an entry is seen by whoever sees the entry: its own row rule is asked.
alter table post.correspondent enable row level security;
create policy correspondent_with_entry on post.correspondent
    using (authority_id = (select access.authority()) and exists (
        select from post.entry e where e.authority_id = correspondent.authority_id and e.id = entry_id))
    with check (authority_id = (select access.authority()));
alter table post.copy enable row level security;
create policy copy_with_entry on post.copy
    using (authority_id = (select access.authority()) and exists (
        select from post.entry e where e.authority_id = copy.authority_id and e.id = entry_id))
    with check (authority_id = (select access.authority()));
alter table post.change enable row level security;
create policy change_with_entry on post.change
    using (authority_id = (select access.authority()) and exists (
        select from post.entry e where e.authority_id = change.authority_id and e.id = entry_id))
    with check (authority_id = (select access.authority()));

-- The same barcode twice is refused with the number of the earlier entry, also when that one is out of the
-- caller's sight: its number and day say nothing of the piece. One code is looked up by one at a time.
create function post.scanned(code text) returns table (number text, registered_at timestamptz)
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() not in ('EMPLOYEE', 'MACHINE', 'SERVICE') then
        raise insufficient_privilege;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(access.authority()::text || code, 0));
    return query select e.number, e.registered_at from post.entry e
        where e.authority_id = access.authority() and e.barcode = code and e.state <> 'CANCELLED';
end $$;
comment on function post.scanned is 'The entry that a barcode belongs to, by its number and moment alone';
revoke all on function post.scanned from public;
grant execute on function post.scanned to ${app};

-- These answer whole entries, which are longer now.
drop function post.follow;
create function post.follow(closed uuid, successor uuid) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e set unit_id = successor
    where e.authority_id = access.authority() and e.unit_id = closed
      and access.kind() in ('EMPLOYEE', 'SERVICE')
      and (e.state = 'OPEN' or e.confidentiality > 1)
    returning e.*;
end;
comment on function post.follow is
    'Gives open entries of a unit that closed to its successor, and those only its people could see';
revoke all on function post.follow from public;
grant execute on function post.follow to ${app};

drop function post.with_case;
create function post.with_case(file uuid, successor uuid, level int) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e
    set unit_id = successor, confidentiality = greatest(e.confidentiality, level)
    where e.authority_id = access.authority() and e.case_id = file
      and (e.unit_id <> successor or e.confidentiality < level)
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
    returning e.*;
end;
comment on function post.with_case is 'The entries of a case that went to another unit go with it';
revoke all on function post.with_case from public;
grant execute on function post.with_case to ${app};
