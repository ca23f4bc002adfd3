create extension if not exists btree_gist schema public;

create schema decisions;
grant usage on schema decisions to ${app};

create table decisions.decision_table (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    key text not null check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
    version int not null check (version > 0),
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    name_nl text not null,
    name_fr text not null,
    name_en text not null,
    legal_basis text not null,
    model text not null check (length(model) <= 1000000),
    examples jsonb not null,
    valid_from date,
    valid_until date,
    made_at timestamptz not null,
    made_by text not null,
    published_at timestamptz,
    published_by text,
    revision int not null default 0,
    primary key (authority_id, id),
    unique (authority_id, key, version),
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state = 'DRAFT') = (valid_from is null)),
    check (valid_until is null or valid_until >= valid_from),
    constraint decision_table_one_at_a_time exclude using gist (
        authority_id with =, key with =, daterange(valid_from, valid_until) with &&)
        where (state <> 'DRAFT')
);
create unique index decision_table_one_draft on decisions.decision_table (authority_id, key)
    where state = 'DRAFT';
comment on table decisions.decision_table is
    'A version of a decision table: a DMN model with its examples, validity and legal basis. [personal: names of the employees who made and published it, for as long as what it decided may be explained]';

grant select, insert, update, delete on decisions.decision_table to ${app};

-- What was decided with must stay what it was: of a published version only its end may change.
create function decisions.keep_published() returns trigger language plpgsql as $$
begin
    if old.state = 'DRAFT' then
        return new;
    end if;
    if (new.key, new.version, new.model, new.examples, new.name_nl, new.name_fr, new.name_en,
            new.legal_basis, new.valid_from, new.published_at, new.published_by)
        is distinct from (old.key, old.version, old.model, old.examples, old.name_nl, old.name_fr,
            old.name_en, old.legal_basis, old.valid_from, old.published_at, old.published_by)
        or new.state = 'DRAFT' then
        raise exception 'a published decision table does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger decision_table_kept before update on decisions.decision_table
    for each row execute function decisions.keep_published();

alter table decisions.decision_table enable row level security;
create policy decision_table_read on decisions.decision_table for select
    using (authority_id = (select access.authority()));
create policy decision_table_drafted on decisions.decision_table for insert
    with check (authority_id = (select access.authority())
        and (select access.kind()) in ('EMPLOYEE', 'SERVICE'));
create policy decision_table_changed on decisions.decision_table for update
    using (authority_id = (select access.authority())
        and (select access.kind()) in ('EMPLOYEE', 'SERVICE'))
    with check (authority_id = (select access.authority()));
create policy decision_table_dropped on decisions.decision_table for delete
    using (authority_id = (select access.authority()) and state = 'DRAFT'
        and (select access.kind()) in ('EMPLOYEE', 'SERVICE'));
