create schema portal;
grant usage on schema portal to ${app};
create table portal.submission (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    token_hash bytea not null unique,
    received_at timestamptz not null,
    locale text not null,
    name text not null,
    email text not null,
    phone text not null default '',
    subject text not null,
    text text not null,
    state text not null default 'RECEIVED' check (state in ('RECEIVED', 'TAKEN', 'FAILED')),
    problem text,
    case_id uuid,
    primary key (authority_id, id)
);
create index on portal.submission (authority_id, state) where state <> 'TAKEN';
create index on portal.submission (authority_id, case_id);
comment on table portal.submission is
    'A contact form as a citizen sent it. [personal: as long as its case]';
create table portal.status (
    authority_id uuid not null,
    submission_id uuid not null,
    at timestamptz not null,
    number text,
    step text not null check (step in ('RECEIVED', 'IN_TREATMENT', 'ANSWERED', 'CLOSED')),
    due_on date,
    primary key (authority_id, submission_id),
    foreign key (authority_id, submission_id) references portal.submission
);
comment on table portal.status is
    'What a citizen may read about his question with his private link. [personal: as long as its case]';
grant select, insert, update on portal.submission, portal.status to ${app};
alter table portal.submission enable row level security;
create policy submission_own on portal.submission
    using (authority_id = access.authority())
    with check (authority_id = access.authority()
        or (authority_id = access.public_authority() and access.kind() = 'PUBLIC'));
alter table portal.status enable row level security;
create policy status_own on portal.status
    using (authority_id = access.authority())
    with check (authority_id = access.authority()
        or (authority_id = access.public_authority() and access.kind() = 'PUBLIC'));

-- Whoever holds the private link may read this little, and nothing else.
create function portal.by_token(hash bytea)
    returns table (authority_id uuid, number text, step text, at timestamptz, due_on date,
        received_at timestamptz, subject text)
    stable security definer set search_path = '' language sql
begin atomic
    select s.authority_id, t.number, t.step, t.at, t.due_on, s.received_at, s.subject
    from portal.submission s
    join portal.status t on t.authority_id = s.authority_id and t.submission_id = s.id
    where s.token_hash = hash;
end;
comment on function portal.by_token is 'The status behind a private link';
revoke all on function portal.by_token from public;
grant execute on function portal.by_token to ${app};
