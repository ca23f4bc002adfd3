-- Asked at the start of every request, by nobody yet: one statement, for the holder of the secret only.
create function access.resume(hash bytea, at timestamptz, awake_since timestamptz)
    returns table (account_id uuid, authority_id uuid, standing jsonb, standing_until timestamptz,
                   seen_at timestamptz, locale text)
    stable security definer set search_path = '' language sql
begin atomic
    select s.account_id, s.authority_id, s.standing, s.standing_until, s.seen_at, a.locale
    from access.session s join access.account a on a.id = s.account_id
    where s.token_hash = hash and s.expires_at > at and s.seen_at > awake_since and a.state = 'ACTIVE';
end;
comment on function access.resume is 'The session behind the secret of a browser, while it lasts';
revoke all on function access.resume from public;
grant execute on function access.resume to ${app};
