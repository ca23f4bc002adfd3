create schema documents;
grant usage on schema documents to ${app};

create table documents.document (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    title text not null check (title <> '' and length(title) <= 500),
    kind text,
    direction text not null check (direction in ('INTERNAL', 'IN', 'OUT')),
    dated date not null,
    author text not null default '',
    locale text not null,
    unit_id uuid not null,
    confidentiality int not null check (confidentiality between 0 and 3),
    status text not null default 'DRAFT' check (status in ('DRAFT', 'FINAL')),
    annex_of uuid,
    cases int not null default 0,
    versions int not null default 0,
    revision int not null default 0,
    added_at timestamptz not null,
    added_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    locked_by uuid,
    locked_name text,
    locked_at timestamptz,
    locked_until timestamptz,
    keep_action text check (keep_action in ('KEEP', 'DESTROY', 'SAMPLE')),
    keep_until date,
    primary key (authority_id, id),
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, annex_of) references documents.document
);
create index on documents.document (authority_id, unit_id);
create index on documents.document (authority_id, annex_of);
comment on table documents.document is
    'A piece in a file (OSLO dossier:Stuk), with what it is and who may see it. [personal: as long as a case that holds it, or its own term]';
comment on column documents.document.confidentiality is
    'May be higher than that of a case that holds it, never lower in effect: who does not see the case does not see it through that case';
comment on column documents.document.cases is
    'In how many cases it is; without one its unit and level say who sees it';
comment on column documents.document.keep_until is
    'The last day it must be kept where its kind says otherwise than its case; computed when that closes';

create table documents.version (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    document_id uuid not null,
    number int not null check (number > 0),
    file_name text not null check (file_name <> ''),
    media_type text not null,
    size bigint not null check (size > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    added_at timestamptz not null,
    added_by text not null,
    reason text not null default '',
    check_state text not null default 'WAITING' check (check_state in ('WAITING', 'CLEAN', 'INFECTED', 'OFF')),
    finding text not null default '',
    checked_at timestamptz,
    reading_state text not null default 'WAITING' check (reading_state in ('WAITING', 'READ', 'REFUSED')),
    reading_reason text not null default '',
    pages int not null default 0,
    text text not null default '' check (length(text) <= 1000000),
    read_at timestamptz,
    picture_sha256 text,
    primary key (authority_id, id),
    unique (authority_id, document_id, number),
    foreign key (authority_id, document_id) references documents.document on delete cascade
);
create index version_file on documents.version (authority_id, sha256);
create index version_picture on documents.version (authority_id, picture_sha256);
comment on table documents.version is
    'The bytes of a document at a moment, never changed, and what was found in them. [personal: as long as its document]';
comment on column documents.version.check_state is
    'What the virus check says; OFF when there is none here';
comment on column documents.version.picture_sha256 is 'The first page as a picture, among the files';

create table documents.link (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    document_id uuid not null,
    case_id uuid not null,
    linked_at timestamptz not null,
    linked_by text not null,
    primary key (authority_id, id),
    unique (authority_id, document_id, case_id),
    foreign key (authority_id, document_id) references documents.document on delete cascade,
    foreign key (authority_id, case_id) references cases.case_file
);
create index on documents.link (authority_id, case_id);
comment on table documents.link is
    'A case holds a document. [personal: as long as both]';

grant select, insert, update, delete on documents.document to ${app};
grant select, insert, delete on documents.version, documents.link to ${app};
grant update (media_type, check_state, finding, checked_at, reading_state, reading_reason, pages, text, read_at,
    picture_sha256) on documents.version to ${app};

-- Who sees a case sees that it holds a document. A document in cases is seen through one of them: by who is cleared
-- for it, or works in the unit of that case. One in no case is seen as its own level and unit say.
alter table documents.link enable row level security;
create policy link_seen on documents.link
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = link.authority_id and c.id = link.case_id))
    with check (authority_id = (select access.authority()));
alter table documents.document enable row level security;
create policy document_seen on documents.document
    using (authority_id = (select access.authority())
        and case when cases = 0
            then confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            else exists (select 1 from documents.link l
                         join cases.case_file c on c.authority_id = l.authority_id and c.id = l.case_id
                         where l.authority_id = document.authority_id and l.document_id = document.id
                           and (document.confidentiality <= (select access.clearance())
                               or c.unit_id = any ((select access.units())::uuid[])
                               or c.id = any ((select access.things())::uuid[])))
            end)
    with check (authority_id = (select access.authority()));
alter table documents.version enable row level security;
create policy version_seen on documents.version
    using (authority_id = (select access.authority())
        and exists (select 1 from documents.document d
                    where d.authority_id = version.authority_id and d.id = version.document_id))
    with check (authority_id = (select access.authority()));

-- A document is found by its title and the text of its newest version, in each case that holds it.
create function documents.index_document(of_document uuid) returns void
    volatile security definer set search_path = '' language plpgsql as $$
declare
    held record;
begin
    for held in
        select l.id, l.case_id, d.confidentiality, d.dated,
            concat_ws(E'\n', d.title, nullif(v.file_name, d.title), v.text) as body, coalesce(v.added_at, d.added_at) as at
        from documents.document d
        join documents.link l on l.authority_id = d.authority_id and l.document_id = d.id
        left join documents.version v on v.authority_id = d.authority_id and v.document_id = d.id
            and v.number = d.versions and v.check_state <> 'INFECTED'
        where d.authority_id = access.authority() and d.id = of_document
    loop
        perform cases.put_document_passage(held.case_id, held.id, held.body, held.at, held.confidentiality);
    end loop;
end $$;
comment on function documents.index_document is 'Makes a document found with the cases that hold it';
revoke all on function documents.index_document from public;

create function documents.linked() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        update documents.document d set cases = d.cases - 1
        where d.authority_id = old.authority_id and d.id = old.document_id;
        perform cases.drop_passage(old.id);
    else
        update documents.document d set cases = d.cases + 1
        where d.authority_id = new.authority_id and d.id = new.document_id;
        perform documents.index_document(new.document_id);
    end if;
    return null;
end $$;
create trigger linked after insert or delete on documents.link
    for each row execute function documents.linked();

create function documents.reworded() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    perform documents.index_document(new.id);
    return null;
end $$;
create trigger reworded after update of title, confidentiality, versions on documents.document
    for each row when ((old.title, old.confidentiality, old.versions) is distinct from
        (new.title, new.confidentiality, new.versions))
    execute function documents.reworded();

create function documents.version_read() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    perform documents.index_document(new.document_id);
    return null;
end $$;
create trigger version_read after update of text, check_state on documents.version
    for each row when (old.text is distinct from new.text or
        (new.check_state = 'INFECTED' and old.check_state is distinct from 'INFECTED'))
    execute function documents.version_read();

-- The rules on who sees it hide a row from whoever just gave it away: what goes along with a case goes anyway.
create function documents.with_case(file uuid, successor uuid) returns void
    volatile security definer set search_path = '' language plpgsql as $$
declare
    held uuid;
begin
    if access.kind() not in ('EMPLOYEE', 'MACHINE', 'SERVICE') or access.kind() is null then
        return;
    end if;
    update documents.document d set unit_id = successor
    where d.authority_id = access.authority() and d.cases = 1
      and exists (select 1 from documents.link l
                  where l.authority_id = d.authority_id and l.document_id = d.id and l.case_id = file);
    for held in select l.document_id from documents.link l
                where l.authority_id = access.authority() and l.case_id = file
    loop
        perform documents.index_document(held);
    end loop;
end $$;
comment on function documents.with_case is 'The documents of a case that went to another unit go with it';
revoke all on function documents.with_case from public;
grant execute on function documents.with_case to ${app};

create function documents.follow(closed uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update documents.document d set unit_id = successor
    where d.authority_id = access.authority() and d.unit_id = closed
      and access.kind() in ('EMPLOYEE', 'SERVICE');
end;
comment on function documents.follow is 'Gives the documents of a unit that closed to its successor';
revoke all on function documents.follow from public;
grant execute on function documents.follow to ${app};

-- In how many cases it is, those counted that the caller does not see: what is in one he may delete.
create function documents.parties(of_document uuid) returns table (party_id uuid)
    stable security definer set search_path = '' language sql
begin atomic
    select distinct c.party_id from documents.link l
    join cases.case_file c on c.authority_id = l.authority_id and c.id = l.case_id
    where l.authority_id = access.authority() and l.document_id = of_document and c.party_id is not null;
end;
comment on function documents.parties is
    'The customers of all cases that hold a document, so that nobody handles his own through another case';
revoke all on function documents.parties from public;
grant execute on function documents.parties to ${app};

-- What a case must hold before it closes is asked of all it holds, also of what whoever closes it may not read.
create function documents.kinds_of(of_case uuid) returns table (kind text)
    stable security definer set search_path = '' language sql
begin atomic
    select distinct d.kind from documents.link l
    join documents.document d on d.authority_id = l.authority_id and d.id = l.document_id
    where l.authority_id = access.authority() and l.case_id = of_case and d.kind is not null;
end;
comment on function documents.kinds_of is 'The sorts of the documents of a case';
revoke all on function documents.kinds_of from public;
grant execute on function documents.kinds_of to ${app};

create function documents.keep_kind(of_case uuid, piece text, action text, until date) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update documents.document d set keep_action = action, keep_until = until
    where d.authority_id = access.authority() and d.kind = piece
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and exists (select 1 from documents.link l
                  where l.authority_id = d.authority_id and l.document_id = d.id and l.case_id = of_case);
end;
comment on function documents.keep_kind is
    'How long the documents of a sort are kept, when their case closes and its type says so';
revoke all on function documents.keep_kind from public;
grant execute on function documents.keep_kind to ${app};
revoke all on function documents.linked from public;
revoke all on function documents.reworded from public;
revoke all on function documents.version_read from public;
