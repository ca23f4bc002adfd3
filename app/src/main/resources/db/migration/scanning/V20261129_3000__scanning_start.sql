create schema scanning;
grant usage on schema scanning to ${app};

create table scanning.stack (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    origin text not null check (origin in ('UPLOAD', 'FOLDER')),
    name text not null check (name <> ''),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    unit_id uuid not null,
    confidentiality int not null check (confidentiality between 0 and 3),
    state text not null default 'WAITING'
        check (state in ('WAITING', 'READING', 'SPLIT', 'REFUSED', 'DISCARDED')),
    reason text not null default '',
    pages int not null default 0,
    added_at timestamptz not null,
    added_by text not null,
    done_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, sha256),
    foreign key (authority_id, unit_id) references organisation.unit
);
create index on scanning.stack (authority_id, unit_id);
create index stack_newest on scanning.stack (authority_id, added_at);
create index stack_busy on scanning.stack (authority_id, id) where state in ('WAITING', 'READING');
comment on table scanning.stack is
    'A file with scanned pages as it came, kept before it is read. [personal: 30 days after all that was split off is settled]';

create table scanning.piece (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    stack_id uuid not null,
    first_sheet int not null,
    state text not null check (state in ('MAKING', 'WAITING', 'REGISTERED', 'JOINED', 'DISCARDED')),
    reason text not null default '',
    unit_id uuid not null,
    confidentiality int not null check (confidentiality between 0 and 3),
    covered boolean not null default false,
    unopened boolean not null default false,
    kind text not null,
    case_number text not null default '',
    sender text not null default '',
    party_id uuid,
    subject text not null default '',
    reference text not null default '',
    dated date,
    why text not null default '',
    text text not null default '' check (length(text) <= 200000),
    pages int not null,
    revision int not null default 0,
    pdf_sha256 text,
    pdf_size bigint not null default 0,
    picture_sha256 text,
    entry_id uuid,
    document_id uuid,
    case_id uuid,
    settled_at timestamptz,
    settled_by text,
    primary key (authority_id, id),
    foreign key (authority_id, stack_id) references scanning.stack,
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, entry_id) references post.entry,
    foreign key (authority_id, document_id) references documents.document on delete set null (document_id),
    foreign key (authority_id, case_id) references cases.case_file on delete set null (case_id)
);
create index on scanning.piece (authority_id, stack_id, first_sheet);
create index on scanning.piece (authority_id, unit_id);
create unique index piece_entry on scanning.piece (authority_id, entry_id);
create index on scanning.piece (authority_id, document_id);
create index on scanning.piece (authority_id, case_id);
create index piece_open on scanning.piece (authority_id, unit_id, id) where state in ('MAKING', 'WAITING');
create index piece_file on scanning.piece (authority_id, pdf_sha256);
create index piece_picture on scanning.piece (authority_id, picture_sha256);
comment on table scanning.piece is
    'One piece of post that was split off from a stack, with what is proposed for it and what it became. [personal: as long as its entry, or its case]';

create table scanning.sheet (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    stack_id uuid not null,
    number int not null check (number > 0),
    state text not null default 'WAITING' check (state in ('WAITING', 'READ', 'UNREADABLE', 'GONE')),
    reason text not null default '',
    kind text not null default 'PAGE' check (kind in ('PAGE', 'BLANK', 'SEPARATOR', 'COVER')),
    turned int not null default 0 check (turned in (0, 90, 180, 270)),
    turn_asked boolean not null default false,
    ink int not null default 0,
    code text not null default '',
    dots int not null default 300,
    text text not null default '',
    words text not null default '',
    picture_sha256 text,
    piece_id uuid,
    leased_until timestamptz,
    read_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, stack_id, number),
    foreign key (authority_id, stack_id) references scanning.stack,
    foreign key (authority_id, piece_id) references scanning.piece
);
create index on scanning.sheet (authority_id, piece_id, number);
create index sheet_busy on scanning.sheet (authority_id, leased_until) where state = 'WAITING';
create index sheet_picture on scanning.sheet (authority_id, picture_sha256);
comment on table scanning.sheet is
    'One side of paper of a stack: its picture and the words in it, written in a commit of its own. [personal: 30 days after its stack is settled]';

grant select, insert, update, delete on scanning.stack, scanning.piece, scanning.sheet to ${app};

-- What was not split yet is seen as its stack is; a piece by its own unit and level, and once registered as its entry.
alter table scanning.stack enable row level security;
create policy stack_seen on scanning.stack
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            or (select access.kind()) = 'SERVICE'))
    with check (authority_id = (select access.authority()));
alter table scanning.piece enable row level security;
create policy piece_seen on scanning.piece
    using (authority_id = (select access.authority())
        and case when (select access.kind()) = 'SERVICE' then true
            when entry_id is null
                then confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            else exists (select 1 from post.entry e where e.authority_id = piece.authority_id and e.id = piece.entry_id)
            end)
    with check (authority_id = (select access.authority()));
alter table scanning.sheet enable row level security;
create policy sheet_seen on scanning.sheet
    using (authority_id = (select access.authority())
        and case when (select access.kind()) = 'SERVICE' then true
            when piece_id is not null
                then exists (select 1 from scanning.piece p where p.authority_id = sheet.authority_id and p.id = sheet.piece_id)
            else exists (select 1 from scanning.stack s where s.authority_id = sheet.authority_id and s.id = sheet.stack_id)
            end)
    with check (authority_id = (select access.authority()));

-- Whoever registers for another unit may not see the entry any more: the row rule cannot allow that last step.
create function scanning.register(registered uuid, entry uuid, document uuid, person text, at timestamptz) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    update scanning.piece p
    set state = 'REGISTERED', entry_id = entry, document_id = document, settled_by = person, settled_at = at,
        revision = p.revision + 1
    where p.authority_id = access.authority() and p.id = registered and p.state = 'WAITING'
      and access.kind() in ('EMPLOYEE', 'SERVICE');
    return found;
end $$;
comment on function scanning.register is 'A piece of a stack has become an entry of the register';
revoke all on function scanning.register from public;
grant execute on function scanning.register to ${app};

create function scanning.in_case(of_entry uuid, file uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update scanning.piece p set case_id = file
    where p.authority_id = access.authority() and p.entry_id = of_entry
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function scanning.in_case is 'The entry of a piece belongs to a case, which keeps the piece from now on';
revoke all on function scanning.in_case from public;
grant execute on function scanning.in_case to ${app};

-- What waits for a unit that closed waits for its successor.
create function scanning.follow(closed uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update scanning.stack s set unit_id = successor
    where s.authority_id = access.authority() and s.unit_id = closed and access.kind() in ('EMPLOYEE', 'SERVICE');
    update scanning.piece p set unit_id = successor
    where p.authority_id = access.authority() and p.unit_id = closed and p.entry_id is null
      and access.kind() in ('EMPLOYEE', 'SERVICE');
end;
comment on function scanning.follow is 'Gives what was scanned for a unit that closed to its successor';
revoke all on function scanning.follow from public;
grant execute on function scanning.follow to ${app};

-- Asked every few seconds for all authorities together: whose stacks wait for the product itself.
create function scanning.busy() returns table (authority_id uuid)
    stable security definer set search_path = '' language sql
begin atomic
    select s.authority_id from scanning.stack s where s.state in ('WAITING', 'READING') and access.kind() = 'SERVICE'
    union
    select s.authority_id from scanning.sheet s where s.state = 'WAITING' and access.kind() = 'SERVICE'
    union
    select p.authority_id from scanning.piece p where p.state = 'MAKING' and access.kind() = 'SERVICE';
end;
comment on function scanning.busy is 'The authorities that have something to be read, for the job of the product';
revoke all on function scanning.busy from public;
grant execute on function scanning.busy to ${app};

-- An entry that moved is out of sight of whoever moved it; its document goes along all the same.
create function scanning.document_of(of_entry uuid) returns uuid
    stable security definer set search_path = '' language sql
begin atomic
    select p.document_id from scanning.piece p
    where p.authority_id = access.authority() and p.entry_id = of_entry
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function scanning.document_of is 'The document that an entry was scanned to';
revoke all on function scanning.document_of from public;
grant execute on function scanning.document_of to ${app};
