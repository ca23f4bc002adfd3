create schema magda;
grant usage on schema magda to ${app};

create table magda.consultation (
    authority_id uuid not null references access.authority,
    id uuid not null,
    asked_at timestamptz not null,
    actor uuid not null,
    actor_name text not null,
    actor_kind text not null,
    purpose text not null,
    party_id uuid,
    case_id uuid,
    service text not null,
    version text not null,
    sender text not null,
    capacity text,
    subjects text[] not null,
    confidentiality int not null check (confidentiality between 0 and 3),
    state text not null default 'ASKED'
        check (state in ('ASKED', 'SUCCEEDED', 'FAILED', 'UNAUTHORISED', 'UNANSWERED')),
    codes text[] not null default '{}',
    attempts int not null default 0,
    their_reference text,
    answered_at timestamptz,
    duration_ms int,
    primary key (authority_id, id)
);
create index on magda.consultation (authority_id, asked_at desc);
create index on magda.consultation (authority_id, party_id);
create index on magda.consultation (authority_id, asked_at) where state = 'ASKED';
comment on table magda.consultation is
    'Each question to an authentic source: who asked, about whom, which service, why, and what came of it. Written before the question leaves. [personal: 10 years, law of 8 August 1983 art. 17]';
comment on column magda.consultation.id is 'The reference under which MAGDA knows the question';
comment on column magda.consultation.subjects is
    'The numbers asked about, and afterwards those whose data was given';
comment on column magda.consultation.codes is 'What MAGDA told besides: severity and code';

grant select, insert, update, delete on magda.consultation to ${app};
alter table magda.consultation enable row level security;
create policy consultation_seen on magda.consultation for select
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance())
            or actor = (select access.actor())
            or (select access.kind()) = 'SERVICE'));
create policy consultation_begun on magda.consultation for insert
    with check (authority_id = (select access.authority()) and actor = (select access.actor()));
create policy consultation_ended on magda.consultation for update
    using (authority_id = (select access.authority())
        and (actor = (select access.actor()) or (select access.kind()) = 'SERVICE'))
    with check (authority_id = (select access.authority()));
create policy consultation_forgotten on magda.consultation for delete
    using (authority_id = (select access.authority()) and (select access.kind()) = 'SERVICE');

create table magda.circuit (
    service text primary key,
    failures int not null,
    open_until timestamptz
);
comment on table magda.circuit is
    'How often a service of MAGDA failed in a row, and until when nobody asks it: shared by all processes. [not personal]';
grant select, insert, update on magda.circuit to ${app};
