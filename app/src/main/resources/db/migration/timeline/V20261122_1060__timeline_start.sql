create schema timeline;
grant usage on schema timeline to ${app};
create table timeline.line (
    id uuid primary key default uuidv7(),
    authority_id uuid not null references access.authority,
    subject_kind text not null check (subject_kind in ('PARTY', 'CASE', 'DOCUMENT')),
    subject_id uuid not null,
    at timestamptz not null,
    event text not null,
    channel text,
    actor_name text not null,
    ref_kind text,
    ref_id uuid,
    ref_number text,
    summary text not null default '',
    detail jsonb not null default '{}',
    confidentiality int not null default 1,
    unit_id uuid
);
create index on timeline.line (authority_id, subject_id, at desc, id desc);
comment on table timeline.line is
    'One thing that happened to a customer, case or document, in the words of the module where it did. [personal: as long as its subject]';
grant select, insert, update, delete on timeline.line to ${app};
alter table timeline.line enable row level security;
create policy line_seen on timeline.line
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
