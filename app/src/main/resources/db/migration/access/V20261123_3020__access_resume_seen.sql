-- That a session is still used is written in the same question, some minutes after the last time.
create or replace function access.resume(hash bytea, at timestamptz, awake_since timestamptz)
    returns table (account_id uuid, authority_id uuid, standing jsonb, standing_until timestamptz,
                   seen_at timestamptz, locale text)
    volatile security definer set search_path = '' language sql
begin atomic
    update access.session s set seen_at = resume.at
    where s.token_hash = hash and s.expires_at > resume.at and s.seen_at > awake_since
      and s.seen_at < resume.at - interval '5 minutes';
    select s.account_id, s.authority_id, s.standing, s.standing_until, s.seen_at, a.locale
    from access.session s join access.account a on a.id = s.account_id
    where s.token_hash = hash and s.expires_at > resume.at and s.seen_at > awake_since and a.state = 'ACTIVE';
end;
