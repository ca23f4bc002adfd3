-- What the type of a case tells the customer about where it stands, in his language.
alter table portal.status
    add column words_nl text not null default '',
    add column words_fr text not null default '',
    add column words_en text not null default '',
    add column action_needed boolean not null default false;
drop function portal.by_token(bytea);
create function portal.by_token(hash bytea)
    returns table (authority_id uuid, number text, step text, at timestamptz, due_on date,
        received_at timestamptz, subject text, words_nl text, words_fr text, words_en text,
        action_needed boolean)
    stable security definer set search_path = '' language sql
begin atomic
    select s.authority_id, t.number, t.step, t.at, t.due_on, s.received_at, s.subject,
        t.words_nl, t.words_fr, t.words_en, t.action_needed
    from portal.submission s
    join portal.status t on t.authority_id = s.authority_id and t.submission_id = s.id
    where s.token_hash = hash;
end;
comment on function portal.by_token is 'The status behind a private link';
revoke all on function portal.by_token from public;
grant execute on function portal.by_token to ${app};
