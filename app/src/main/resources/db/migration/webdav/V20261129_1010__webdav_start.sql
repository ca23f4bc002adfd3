create schema webdav;
grant usage on schema webdav to ${app};

-- Signing out deletes the session, and with it every address that was given out in it.
create table webdav.edit_address (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    token_hash bytea not null unique,
    session_hash bytea not null references access.session on delete cascade,
    account_id uuid not null references access.account,
    document_id uuid not null,
    name text not null check (name <> ''),
    program text not null check (program in ('MICROSOFT', 'LIBREOFFICE')),
    seen int not null,
    logged int not null default 0,
    made_at timestamptz not null,
    until timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, document_id) references documents.document on delete cascade
);
create index on webdav.edit_address (session_hash);
create index on webdav.edit_address (account_id);
create index on webdav.edit_address (authority_id, document_id);
create index on webdav.edit_address (authority_id, until);
comment on table webdav.edit_address is
    'Where a program on somebody''s desk opens one document and saves it. [personal: until its time is over or its session ends]';
comment on column webdav.edit_address.seen is
    'The version that the program has: whoever saves on another one is told first';
comment on column webdav.edit_address.logged is 'The version whose opening is in the log';

create table webdav.scrap (
    authority_id uuid not null,
    address_id uuid not null,
    path text not null check (path <> ''),
    folder boolean not null,
    bytes bytea not null,
    size int not null,
    sha256 text not null,
    media_type text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (authority_id, address_id, path),
    foreign key (authority_id, address_id) references webdav.edit_address on delete cascade
);
comment on table webdav.scrap is
    'A file or folder that a program puts beside the document for a moment. [personal: as long as its address]';

create table webdav.property (
    authority_id uuid not null,
    address_id uuid not null,
    path text not null,
    space text not null,
    name text not null,
    value text not null,
    primary key (authority_id, address_id, path, space, name),
    foreign key (authority_id, address_id) references webdav.edit_address on delete cascade
);
comment on table webdav.property is
    'What a program wants remembered of a file and nobody else reads (a dead property). [personal: as long as its address]';

create table webdav.lock (
    authority_id uuid not null,
    token uuid not null,
    address_id uuid not null,
    document_id uuid,
    path text not null,
    deep boolean not null,
    shared boolean not null,
    owner text not null,
    seconds int not null,
    until timestamptz not null,
    borrowed boolean not null,
    primary key (authority_id, token),
    foreign key (authority_id, address_id) references webdav.edit_address on delete cascade,
    foreign key (authority_id, document_id) references documents.document on delete cascade
);
create index on webdav.lock (authority_id, address_id);
create index on webdav.lock (authority_id, document_id);
comment on table webdav.lock is
    'A lock that a program holds; that of the document keeps its colleagues out. [personal: as long as its address]';
comment on column webdav.lock.borrowed is
    'True where its holder had taken the document himself before: then giving back is his too';

grant select, insert, update, delete on webdav.edit_address, webdav.scrap, webdav.property, webdav.lock to ${app};

alter table webdav.edit_address enable row level security;
create policy edit_address_own on webdav.edit_address
    using (authority_id = (select access.authority())
        and (account_id = (select access.actor()) or (select access.kind()) = 'SERVICE'))
    with check (authority_id = (select access.authority()) and account_id = (select access.actor()));
alter table webdav.scrap enable row level security;
create policy scrap_own on webdav.scrap
    using (authority_id = (select access.authority())
        and exists (select 1 from webdav.edit_address a
                    where a.authority_id = scrap.authority_id and a.id = scrap.address_id))
    with check (authority_id = (select access.authority()));
alter table webdav.property enable row level security;
create policy property_own on webdav.property
    using (authority_id = (select access.authority())
        and exists (select 1 from webdav.edit_address a
                    where a.authority_id = property.authority_id and a.id = property.address_id))
    with check (authority_id = (select access.authority()));
alter table webdav.lock enable row level security;
create policy lock_own on webdav.lock
    using (authority_id = (select access.authority())
        and exists (select 1 from webdav.edit_address a
                    where a.authority_id = lock.authority_id and a.id = lock.address_id))
    with check (authority_id = (select access.authority()));

-- Asked by nobody yet: for the holder of the secret only.
create function webdav.holder(hash bytea, at timestamptz)
    returns table (id uuid, session_hash bytea)
    stable security definer set search_path = '' language sql
begin atomic
    select a.id, a.session_hash from webdav.edit_address a where a.token_hash = hash and a.until > at;
end;
comment on function webdav.holder is 'In whose session an address was given out, while it lasts';
revoke all on function webdav.holder from public;
grant execute on function webdav.holder to ${app};
