-- Of a message that is destroyed the fingerprint stays, so that it does not come in again from a mailbox that kept it.
alter table mail.message add column destroyed_at timestamptz;
comment on column mail.message.destroyed_at is 'When its content was destroyed with its case: only its fingerprint is left';

-- Whether anybody still names a file is asked by its fingerprint.
create index message_file on mail.message (authority_id, sha256);
create index attachment_file on mail.attachment (authority_id, sha256);

create function mail.destroy_of_case(file uuid, moment timestamptz) returns int
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
        case_id = null, suggested_case_id = null
    where m.authority_id = access.authority() and m.case_id = file;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function mail.destroy_of_case is 'Empties the messages of a case that is destroyed';
revoke all on function mail.destroy_of_case from public;
grant execute on function mail.destroy_of_case to ${app};
