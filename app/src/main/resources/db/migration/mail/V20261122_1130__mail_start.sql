create schema mail;
grant usage on schema mail to ${app};

create table mail.mailbox (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    unit_id uuid not null,
    address text not null,
    name text not null,
    imap_url text not null,
    imap_user text not null,
    imap_secret text not null,
    folder text not null default 'INBOX',
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
    uid_validity bigint,
    last_uid bigint not null default 0,
    looked_at timestamptz,
    last_mail_at timestamptz,
    last_error text,
    error_since timestamptz,
    lease_by text,
    lease_until timestamptz,
    primary key (authority_id, id),
    unique (address),
    foreign key (authority_id, unit_id) references organisation.unit
);
create index on mail.mailbox (authority_id, unit_id);
comment on table mail.mailbox is 'A shared mailbox that is read for a unit. [not personal]';
comment on column mail.mailbox.imap_secret is 'The password, sealed with the key of the installation';
comment on column mail.mailbox.lease_by is
    'The process that reads it now; the time is that of the database, so that all processes agree';

create table mail.message (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    mailbox_id uuid not null,
    sha256 text not null,
    size bigint not null,
    complete boolean not null default true,
    stored_at timestamptz not null,
    state text not null default 'STORED'
        check (state in ('STORED', 'READ', 'UNREADABLE', 'QUARANTINED')),
    reason text,
    attempts int not null default 0,
    kind text not null default 'ORDINARY'
        check (kind in ('ORDINARY', 'AUTOMATIC_REPLY', 'BOUNCE', 'BULK')),
    message_id text,
    in_reply_to text,
    refs text[] not null default '{}',
    from_name text not null default '',
    from_address text not null default '',
    to_addresses text not null default '',
    subject text not null default '',
    sent_at timestamptz,
    body_text text not null default '',
    body_html text,
    new_text_length int not null default 0,
    remote_pictures int not null default 0,
    warnings text[] not null default '{}',
    unit_id uuid not null,
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    party_id uuid,
    entry_id uuid,
    case_id uuid,
    suggested_case_id uuid,
    primary key (authority_id, id),
    unique (authority_id, mailbox_id, sha256),
    foreign key (authority_id, mailbox_id) references mail.mailbox,
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, entry_id) references post.entry
);
create index on mail.message (authority_id, mailbox_id, state);
create index on mail.message (authority_id, state, stored_at) where state <> 'READ';
create index on mail.message (authority_id, unit_id);
create index on mail.message (authority_id, entry_id);
create index on mail.message (authority_id, case_id, stored_at);
comment on table mail.message is
    'A message that came in, kept as it came, and what was read from it. [personal: as long as its case or register entry]';
comment on column mail.message.complete is
    'False when the mailbox kept the message and gave us its header only';
comment on column mail.message.suggested_case_id is
    'The case a quarantined message says it belongs to, until somebody decides';

create table mail.sighting (
    authority_id uuid not null,
    mailbox_id uuid not null,
    uid_validity bigint not null,
    uid bigint not null,
    message_id uuid not null,
    seen_at timestamptz not null,
    primary key (authority_id, mailbox_id, uid_validity, uid),
    foreign key (authority_id, mailbox_id) references mail.mailbox,
    foreign key (authority_id, message_id) references mail.message
);
create index on mail.sighting (authority_id, message_id);
comment on table mail.sighting is
    'A message was seen in a mailbox under this number of the mail server. [not personal]';

create table mail.attachment (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    message_id uuid not null,
    position int not null,
    name text not null,
    type text not null,
    size bigint not null,
    sha256 text not null,
    content_id text,
    inline boolean not null,
    primary key (authority_id, id),
    unique (authority_id, message_id, position),
    foreign key (authority_id, message_id) references mail.message
);
comment on table mail.attachment is
    'A part of a message that is shown or saved on its own. [personal: as long as its message]';

grant select, insert, update on mail.mailbox, mail.message to ${app};
grant select, insert on mail.sighting, mail.attachment to ${app};
alter table mail.mailbox enable row level security;
create policy mailbox_own on mail.mailbox
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table mail.sighting enable row level security;
create policy sighting_own on mail.sighting
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table mail.message enable row level security;
create policy message_seen on mail.message
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
alter table mail.attachment enable row level security;
create policy attachment_seen on mail.attachment
    using (authority_id = access.authority()
        and exists (select 1 from mail.message m
                    where m.authority_id = attachment.authority_id and m.id = attachment.message_id))
    with check (authority_id = access.authority());

-- The intake serves all authorities: it may take a mailbox, and then acts for one authority at a time.
create function mail.claim(worker text, most int, lease interval)
    returns table (authority_id uuid, mailbox_id uuid)
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is distinct from 'SERVICE' then
        return;
    end if;
    return query
        update mail.mailbox m
        set lease_by = worker, lease_until = clock_timestamp() + lease
        from (select f.authority_id, f.id from mail.mailbox f
              where f.state = 'ACTIVE'
                and (f.lease_until is null or f.lease_until < clock_timestamp())
              order by f.lease_until nulls first limit most for update skip locked) free
        where m.authority_id = free.authority_id and m.id = free.id
        returning m.authority_id, m.id;
end $$;
comment on function mail.claim is
    'Takes mailboxes that nobody reads for a while; two processes never hold the same one';
revoke all on function mail.claim from public;
grant execute on function mail.claim to ${app};

-- How much there is says nothing about anybody, so that an administrator may count what he may not read.
create function mail.tally()
    returns table (mailbox_id uuid, state text, messages bigint)
    stable security definer set search_path = '' language sql
begin atomic
    select m.mailbox_id, m.state, count(*) from mail.message m
    where m.authority_id = access.authority()
    group by m.mailbox_id, m.state
    union all
    select s.mailbox_id, 'SEEN', count(distinct s.message_id) from mail.sighting s
    where s.authority_id = access.authority()
    group by s.mailbox_id;
end;
comment on function mail.tally is 'How many messages of each state a mailbox has, and how many were seen';
revoke all on function mail.tally from public;
grant execute on function mail.tally to ${app};
