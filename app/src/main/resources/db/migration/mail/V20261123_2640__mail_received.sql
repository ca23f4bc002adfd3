-- Terms begin on the day a mail came in, which its mail server knows: not on the day we read it.
alter table mail.message add column received_at timestamptz;
comment on column mail.message.received_at is
    'When the mail server got it, by its own clock; absent when that is not known or makes no sense';
