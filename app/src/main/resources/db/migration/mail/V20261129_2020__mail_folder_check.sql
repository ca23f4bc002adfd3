-- What the mail server says that a folder holds, laid beside what we have of it.
create table mail.folder_check (
    authority_id uuid not null,
    mailbox_id uuid not null,
    uid_validity bigint not null,
    folder text not null,
    checked_at timestamptz not null,
    on_server bigint not null,
    stored bigint not null,
    missing bigint not null,
    primary key (authority_id, mailbox_id, uid_validity),
    foreign key (authority_id, mailbox_id) references mail.mailbox
);
comment on table mail.folder_check is
    'How many mails a folder held when it was last compared with what was taken over from it. [not personal]';
comment on column mail.folder_check.on_server is 'Up to the highest number that was taken over';
comment on column mail.folder_check.stored is 'Seen under this numbering, also what the server does not hold any more';
comment on column mail.folder_check.missing is 'On the server and never seen: should be none';
grant select, insert, update on mail.folder_check to ${app};
alter table mail.folder_check enable row level security;
create policy folder_check_own on mail.folder_check
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));

-- An administrator sees that something waits and why, and lets it be read again, without reading it himself.
create function mail.stuck(most int)
    returns table (message_id uuid, mailbox_id uuid, reason text, received_at timestamptz, attempts int, complete boolean)
    stable security definer set search_path = '' language sql
begin atomic
    select m.id, m.mailbox_id, m.reason, coalesce(m.received_at, m.stored_at), m.attempts, m.complete
    from mail.message m
    where m.authority_id = access.authority() and m.state = 'UNREADABLE' and m.state <> 'READ'
    order by m.stored_at, m.id limit most;
end;
comment on function mail.stuck is 'What could not be read or registered, oldest first: not from whom, nor what about';
revoke all on function mail.stuck from public;
grant execute on function mail.stuck to ${app};

create function mail.read_again(box uuid, single uuid) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    waiting int;
begin
    if access.kind() is distinct from 'EMPLOYEE' then
        raise insufficient_privilege;
    end if;
    update mail.message m set state = 'STORED', reason = null, attempts = 0
    where m.authority_id = access.authority() and m.mailbox_id = box and m.state = 'UNREADABLE'
      and m.complete and (single is null or m.id = single);
    get diagnostics waiting = row_count;
    return waiting;
end $$;
comment on function mail.read_again is 'Lets the intake read what it could not: of a mailbox all, or one';
revoke all on function mail.read_again from public;
grant execute on function mail.read_again to ${app};
