-- A view may be shared, with a unit or with all; whoever opens it sees what his own rights show. The words it
-- looks for may name somebody, so they stand here and never in an address.
alter table desk.saved_view
    add column words text not null default '',
    add column shared text not null default 'MINE' check (shared in ('MINE', 'UNIT', 'ALL')),
    add column unit_id uuid,
    add constraint saved_view_unit foreign key (authority_id, unit_id) references organisation.unit,
    add constraint saved_view_shared check ((shared = 'UNIT') = (unit_id is not null));
create index on desk.saved_view (authority_id, unit_id);
create index on desk.saved_view (authority_id, list);
drop policy saved_view_own on desk.saved_view;
create policy saved_view_own on desk.saved_view
    using (authority_id = (select access.authority()) and account_id = (select access.actor()))
    with check (authority_id = (select access.authority()) and account_id = (select access.actor()));
create policy saved_view_shared on desk.saved_view for select
    using (authority_id = (select access.authority())
        and (shared = 'ALL' or (shared = 'UNIT' and unit_id = any ((select access.units())::uuid[]))));

create table desk.list_choice (
    authority_id uuid not null references access.authority,
    account_id uuid not null references access.account,
    list text not null,
    columns text,
    page_size int not null check (page_size between 1 and 200),
    default_view uuid,
    primary key (authority_id, account_id, list),
    foreign key (authority_id, default_view) references desk.saved_view on delete set null (default_view)
);
create index on desk.list_choice (account_id);
create index on desk.list_choice (authority_id, default_view);
comment on table desk.list_choice is
    'How an employee wants a list: which columns, how many rows, which view first. [personal: until he leaves]';

create table desk.list_words (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    account_id uuid not null references access.account,
    words text not null,
    kept_at timestamptz not null,
    primary key (authority_id, id)
);
create index on desk.list_words (account_id);
create index on desk.list_words (authority_id, kept_at);
comment on table desk.list_words is
    'What an employee looked for in a list; an address holds only its id. [personal: two days]';
grant select, insert, update, delete on desk.list_choice, desk.list_words to ${app};
alter table desk.list_choice enable row level security;
create policy list_choice_own on desk.list_choice
    using (authority_id = (select access.authority()) and account_id = (select access.actor()))
    with check (authority_id = (select access.authority()) and account_id = (select access.actor()));
alter table desk.list_words enable row level security;
create policy list_words_own on desk.list_words
    using (authority_id = (select access.authority())
        and (account_id = (select access.actor()) or (select access.kind()) = 'SERVICE'))
    with check (authority_id = (select access.authority()) and account_id = (select access.actor()));
