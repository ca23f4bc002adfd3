-- Behind a plus in the address stands which mail is answered, where the mail server of a mailbox takes such addresses.
alter table mail.mailbox add column answers_marked boolean not null default false;
comment on column mail.mailbox.answers_marked is
    'Whether its mail server also delivers what is sent to its address with a plus and a mark';

-- What a mail says of a mail of ours is shown beside that.
alter table mail.message add column answers_dispatch uuid;
comment on column mail.message.answers_dispatch is
    'The sending that it answers or tells about, if that was ours for certain';

-- The same sender with the same subject, shortly before.
create index on mail.message (authority_id, from_address, stored_at);

create or replace function mail.destroy_of_case(file uuid, moment timestamptz) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    gone int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    delete from mail.attachment a
    where a.authority_id = access.authority()
      and a.message_id in (select m.id from mail.message m
                           where m.authority_id = access.authority() and m.case_id = file);
    update mail.message m
    set destroyed_at = moment, message_id = null, in_reply_to = null, refs = '{}', from_name = '',
        from_address = '', to_addresses = '', subject = '', sent_at = null, body_text = '',
        body_html = null, new_text_length = 0, remote_pictures = 0, warnings = '{}', party_id = null,
        case_id = null, suggested_case_id = null, route = null, answers_dispatch = null
    where m.authority_id = access.authority() and m.case_id = file;
    get diagnostics gone = row_count;
    return gone;
end $$;
