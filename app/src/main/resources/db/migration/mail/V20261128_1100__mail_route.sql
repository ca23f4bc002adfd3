-- Why a mail came where it came is kept with it, for as long as it lives.
alter table mail.message add column route jsonb;
comment on column mail.message.route is
    'Which rule sent it to its unit and why, as it was told then; absent where no rule was asked';

-- Rules are tried on the mail of a period, newest first.
create index on mail.message (authority_id, stored_at);

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
        case_id = null, suggested_case_id = null, route = null
    where m.authority_id = access.authority() and m.case_id = file;
    get diagnostics gone = row_count;
    return gone;
end $$;
