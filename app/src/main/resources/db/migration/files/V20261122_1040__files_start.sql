create schema files;
grant usage on schema files to ${app};
create table files.content (
    authority_id uuid not null references access.authority,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null,
    bytes bytea,
    stored_at timestamptz not null,
    primary key (authority_id, sha256)
);
comment on table files.content is
    'Bytes by their fingerprint, once per authority; large ones lie on disk. [personal: as long as something names it]';
grant select, insert, delete on files.content to ${app};
alter table files.content enable row level security;
create policy content_own on files.content
    using (authority_id = access.authority()) with check (authority_id = access.authority());
