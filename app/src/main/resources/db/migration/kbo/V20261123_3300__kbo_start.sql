-- The register of enterprises as KBO Open Data publishes it (cookbook R018.00), one for all authorities of
-- the installation. Numbers are kept without dots and leading zeros: whole numbers are half as large as text,
-- and are put in order three times as fast.
create schema kbo;
grant usage on schema kbo to ${app};

create table kbo.extract (
    id uuid primary key default uuidv7(),
    number int not null,
    kind text not null check (kind in ('FULL', 'UPDATE')),
    snapshot_on date not null,
    version text not null,
    file text not null,
    size bigint not null,
    sha256 text not null,
    activities boolean not null,
    asked_by uuid not null,
    asked_name text not null,
    state text not null check (state in ('LOADING', 'TAKEN', 'REFUSED')),
    reading bigint not null default 0,
    millis bigint[] not null default '{}',
    counts jsonb not null default '{}',
    failures int not null default 0,
    problem jsonb,
    made_at timestamptz not null,
    finished_at timestamptz,
    busy int generated always as (case when state = 'LOADING' then 1 end) stored unique
);
create index on kbo.extract (state, finished_at);
comment on table kbo.extract is
    'A file of KBO Open Data that was offered, how far it is and what became of it. [personal: name of who asked, 10 years]';
comment on column kbo.extract.millis is 'How long each finished step took; their number says how far it is';
comment on column kbo.extract.counts is 'How many rows each table of the register has once this extract is taken';
comment on column kbo.extract.busy is 'One extract at a time';

create table kbo.code (
    category text not null,
    value text not null,
    language text not null,
    words text,
    primary key (category, value, language)
);
comment on table kbo.code is 'What the codes of the register mean, in each language. [not personal]';

create table kbo.enterprise (
    number bigint primary key,
    status text,
    situation text,
    type text,
    form text,
    form_cac text,
    started_on date
);
comment on table kbo.enterprise is
    'An active enterprise; one of a natural person is personal data that is public. [personal: until an extract no longer has it]';
comment on column kbo.enterprise.form_cac is
    'The legal form to be read until the statutes follow the Code of Companies and Associations (WVV)';

create table kbo.establishment (
    number bigint primary key,
    started_on date,
    enterprise_number bigint not null
);
create index on kbo.establishment (enterprise_number);
comment on table kbo.establishment is
    'A place where an enterprise works. [personal: until an extract no longer has it]';

create table kbo.branch (
    number bigint primary key,
    started_on date,
    enterprise_number bigint not null
);
create index on kbo.branch (enterprise_number);
comment on table kbo.branch is
    'A branch in Belgium of a foreign enterprise; its number is not an official one. [not personal]';

create table kbo.address (
    entity_number bigint not null,
    line int not null,
    type text,
    country_nl text,
    country_fr text,
    postcode text,
    municipality_nl text,
    municipality_fr text,
    street_nl text,
    street_fr text,
    house_number text,
    box text,
    extra text,
    struck_off_on date,
    primary key (entity_number, line)
);
comment on table kbo.address is
    'Where an enterprise, establishment or branch is. [personal: until an extract no longer has it]';
comment on column kbo.address.line is 'The line of the file of the extract';

create table kbo.contact (
    entity_number bigint not null,
    line int not null,
    entity_kind text,
    type text,
    value text not null,
    primary key (entity_number, line)
);
comment on table kbo.contact is
    'Telephone, mail and web addresses that an enterprise made public. [personal: until an extract no longer has it]';

create table kbo.activity (
    entity_number bigint not null,
    line int not null,
    activity_group text,
    nace_version text,
    nace_code text,
    classification text,
    primary key (entity_number, line)
);
comment on table kbo.activity is
    'What an enterprise or establishment does, by NACE code; only where the installation asks for it. [personal: until an extract no longer has it]';

create table kbo.denomination (
    entity_number bigint not null,
    line int not null,
    language text not null,
    type text,
    name text not null,
    folded text collate "C" not null check (folded <> ''),
    joined text collate "C" not null default '',
    enterprise_number bigint not null,
    postcode text collate "C",
    marks text[] not null default '{}',
    primary key (entity_number, line)
);
create index denomination_folded on kbo.denomination (folded);
create index denomination_place on kbo.denomination (postcode, folded);
create index denomination_words on kbo.denomination
    using gin (array_to_tsvector(string_to_array(folded, ' ') || string_to_array(joined, ' ') || marks))
    with (fastupdate = off);
comment on table kbo.denomination is
    'A name of an enterprise, establishment or branch, and by what it is found. [personal: until an extract no longer has it]';
comment on column kbo.denomination.language is 'ISO 639 code of the language, empty when the register does not know it';
comment on column kbo.denomination.folded is
    'The name in small letters without accents, punctuation and legal form, as the search asks for it';
comment on column kbo.denomination.joined is
    'Words that others write as one: vandenbroeck of a Van den Broeck';
comment on column kbo.denomination.marks is 'The postcodes where the enterprise is, as words of the search: @2640';

create table kbo.word (
    word text collate "C" primary key,
    names int not null
);
create index word_trigrams on kbo.word using gin (word public.gin_trgm_ops) with (fastupdate = off);
comment on table kbo.word is
    'Every word of the names and in how many it occurs, to forgive typing errors. [personal: until an extract no longer has it]';

grant select, insert, update on kbo.extract to ${app};
grant select on kbo.code, kbo.enterprise, kbo.establishment, kbo.branch, kbo.address, kbo.contact,
    kbo.activity, kbo.denomination, kbo.word to ${app};

alter table kbo.extract enable row level security;
create policy extract_seen on kbo.extract for select
    using ((select access.kind()) in ('EMPLOYEE', 'MACHINE', 'SERVICE'));
create policy extract_offered on kbo.extract for insert
    with check ((select access.kind()) in ('EMPLOYEE', 'SERVICE'));
create policy extract_loaded on kbo.extract for update
    using ((select access.kind()) = 'SERVICE') with check ((select access.kind()) = 'SERVICE');

-- Anybody who works here may read the register; it is written by the functions below alone.
do $$
declare
    register text;
begin
    foreach register in array array['code', 'enterprise', 'establishment', 'branch', 'address', 'contact',
        'activity', 'denomination', 'word']
    loop
        execute format('alter table kbo.%I enable row level security', register);
        execute format(
            'create policy %I on kbo.%I for select using ((select access.kind()) in (%L, %L, %L))',
            register || '_read', register, 'EMPLOYEE', 'MACHINE', 'SERVICE');
    end loop;
end $$;
