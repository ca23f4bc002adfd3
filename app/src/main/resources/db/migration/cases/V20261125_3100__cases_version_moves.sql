-- A running case can follow its type to a newer version, and back until something happens in it.
create table cases.version_move (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    from_type uuid not null,
    to_type uuid not null,
    phase text not null,
    phase_since timestamptz not null,
    fields jsonb not null,
    field_whys jsonb not null,
    dropped uuid[] not null,
    revision int not null,
    moved_at timestamptz not null,
    moved_by text not null,
    undone_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, case_id) references cases.case_file,
    foreign key (authority_id, from_type) references cases.case_type,
    foreign key (authority_id, to_type) references cases.case_type
);
create index on cases.version_move (authority_id, case_id, moved_at desc);
create index on cases.version_move (authority_id, from_type);
create index on cases.version_move (authority_id, to_type);
comment on table cases.version_move is
    'How a case was before it followed its type to another version. [personal: as long as its case]';
grant select, insert, update on cases.version_move to ${app};
alter table cases.version_move enable row level security;
create policy version_move_seen on cases.version_move
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = version_move.authority_id and c.id = version_move.case_id))
    with check (authority_id = (select access.authority()));
