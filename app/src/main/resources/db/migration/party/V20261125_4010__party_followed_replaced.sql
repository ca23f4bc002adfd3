-- A number that the register replaced is kept in sight until somebody has looked at it.
alter table party.followed drop constraint followed_state_check;
alter table party.followed add constraint followed_state_check
    check (state in ('WANTED', 'FOLLOWED', 'REFUSED', 'REPLACED'));
create index on party.followed (authority_id, since) where state = 'REPLACED';
