create schema audit;
grant usage on schema audit to ${app};

create table audit.event (
    id uuid primary key default uuidv7(),
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    authority_id uuid references access.authority,
    at timestamptz not null,
    kind text not null check (kind in ('ACTION', 'CONSULTATION', 'REFUSAL')),
    action text not null,
    actor uuid not null,
    actor_name text not null,
    actor_kind text not null,
    subject_kind text not null,
    subject_id uuid,
    parties uuid[] not null default '{}',
    case_id uuid,
    purpose text not null,
    channel text not null,
    confidentiality int not null default 1,
    unit_id uuid,
    detail jsonb not null default '{}'
);
create index on audit.event (authority_id, at desc);
create index on audit.event (authority_id, xid);
create index on audit.event (authority_id, subject_id, at desc);
create index on audit.event (authority_id, case_id, at desc) where case_id is not null;
create index on audit.event (authority_id, actor, at desc);
create index event_parties on audit.event using gin (parties);
comment on table audit.event is
    'Who did or saw what, about whom, why; only ever added to. [personal: 10 years, law of 8 August 1983 art. 17]';
comment on column audit.event.xid is
    'The transaction that wrote it: the sealer reads below the oldest running one';

create table audit.seal (
    chain uuid not null,
    number bigint not null,
    authority_id uuid references access.authority,
    first_xid bigint not null,
    last_xid bigint not null,
    events int not null,
    previous bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null,
    primary key (chain, number)
);
create index on audit.seal (authority_id);
comment on table audit.seal is
    'A link of the tamper-evident chain over the events of one authority. [not personal]';

grant select, insert on audit.event, audit.seal to ${app};

alter table audit.event enable row level security;
create policy event_seen on audit.event for select
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE')
        or (authority_id is null and access.kind() = 'SERVICE'));
create policy event_added on audit.event for insert
    with check (authority_id = access.authority() or authority_id is null
        or authority_id = access.public_authority());

alter table audit.seal enable row level security;
create policy seal_own on audit.seal
    using (authority_id = access.authority() or (authority_id is null and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority() or (authority_id is null and access.kind() = 'SERVICE'));

-- Arrays are not leakproof: the look-up by person applies the rule itself, so that it keeps its index.
create function audit.of_party(party uuid, most int) returns setof audit.event
    stable security definer set search_path = '' language sql
begin atomic
    select e.* from audit.event e
    where e.parties @> array[party]
      and access.sees(e.authority_id, e.confidentiality, e.unit_id)
    order by e.at desc
    limit most;
end;
comment on function audit.of_party is 'Events about one person that the caller may see, newest first';
revoke all on function audit.of_party from public;
grant execute on function audit.of_party to ${app};
