create schema dispatch;
grant usage on schema dispatch to ${app};
create table dispatch.dispatch (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    channel text not null check (channel in ('MAIL')),
    purpose text not null,
    party_id uuid,
    case_id uuid,
    unit_id uuid not null,
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    sender_address text not null,
    sender_name text not null,
    recipient text not null,
    recipient_key text not null,
    subject text not null,
    body_text text not null,
    message_id text not null,
    in_reply_to text,
    refs text[] not null default '{}',
    automatic boolean not null default false,
    state text not null default 'QUEUED'
        check (state in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED', 'WITHHELD')),
    rounds int not null default 1,
    made_at timestamptz not null,
    made_by text not null,
    sent_at timestamptz,
    problem text,
    primary key (authority_id, id),
    unique (authority_id, message_id)
);
create index on dispatch.dispatch (authority_id, case_id, made_at);
create index on dispatch.dispatch (authority_id, party_id);
create index on dispatch.dispatch (authority_id, recipient_key, made_at) where automatic;
create index on dispatch.dispatch (authority_id, state, made_at) where state <> 'SENT';
comment on table dispatch.dispatch is
    'One sending over one channel, with its proof. [personal: as long as its case]';
comment on column dispatch.dispatch.recipient_key is
    'What all notations of the recipient have in common, for counting automatic mails';
comment on column dispatch.dispatch.rounds is
    'How often it was given to the outbox: once, and again each time an administrator tries again';
grant select, insert, update on dispatch.dispatch to ${app};
alter table dispatch.dispatch enable row level security;
create policy dispatch_seen on dispatch.dispatch
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());
