create schema routing;
grant usage on schema routing to ${app};

create table routing.book (
    authority_id uuid primary key references access.authority,
    revision int not null,
    changed_at timestamptz not null,
    changed_by text not null
);
comment on table routing.book is
    'How often the rules of an authority were changed, and by whom last: nobody overwrites a colleague. [not personal]';

create table routing.rule (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    position int not null,
    name text not null,
    active boolean not null,
    senders text[] not null default '{}',
    recipients text[] not null default '{}',
    subject_words text[] not null default '{}',
    text_words text[] not null default '{}',
    attachments text check (attachments in ('NONE', 'ANY', 'PDF', 'PICTURE', 'OFFICE')),
    names_case boolean not null default false,
    case_types text[] not null default '{}',
    language text check (language in ('NL', 'FR', 'EN', 'DE')),
    target text not null check (target in ('UNIT', 'TABLE', 'MAILBOX')),
    unit_id uuid,
    proposed_type text not null default '',
    mark text not null default '',
    priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH')),
    no_answer boolean not null default false,
    primary key (authority_id, id),
    unique (authority_id, position) deferrable initially deferred,
    foreign key (authority_id, unit_id) references organisation.unit,
    check ((target = 'UNIT') = (unit_id is not null))
);
create index on routing.rule (authority_id, unit_id);
comment on table routing.rule is
    'Which mail goes to which unit, in order: the first rule that fits decides. [personal: a sender, as long as his rule stands]';
comment on column routing.rule.text_words is 'Words asked of the subject or the text';

alter table routing.book enable row level security;
create policy book_own on routing.book
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
alter table routing.rule enable row level security;
create policy rule_own on routing.rule
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
grant select, insert, update on routing.book to ${app};
grant select, insert, update, delete on routing.rule to ${app};
