-- A program on somebody's desk works on for a browser that sleeps: it neither ends with its sleep nor wakes it.
create function access.resume_quietly(hash bytea, at timestamptz)
    returns table (account_id uuid, authority_id uuid, standing jsonb, standing_until timestamptz,
                   seen_at timestamptz, locale text)
    stable security definer set search_path = '' language sql
begin atomic
    select s.account_id, s.authority_id, s.standing, s.standing_until, s.seen_at, a.locale
    from access.session s join access.account a on a.id = s.account_id
    where s.token_hash = hash and s.expires_at > at and a.state = 'ACTIVE';
end;
comment on function access.resume_quietly is
    'The session with this fingerprint until it ends, for a program that works on for its browser';
revoke all on function access.resume_quietly from public;
grant execute on function access.resume_quietly to ${app};
