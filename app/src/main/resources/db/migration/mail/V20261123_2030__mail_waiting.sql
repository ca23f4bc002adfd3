-- What waits is asked in the order it came: without the order in the index, all mail ever is read.
drop index mail.message_authority_id_mailbox_id_state_idx;
create index on mail.message (authority_id, mailbox_id, state, id);
