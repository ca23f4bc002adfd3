-- An answer finds its way back by the address it is sent to, also where a mail program forgets what it answers.
alter table dispatch.dispatch add column sender_marked boolean not null default false;
comment on column dispatch.dispatch.sender_marked is
    'Whether answers are asked at an address with a signed mark that names this sending';
