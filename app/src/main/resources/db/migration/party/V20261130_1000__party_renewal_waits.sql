-- A change that could not be kept waits here, so that those that were told after it need not.
alter table party.followed add column renewal_tried_at timestamptz;
alter table party.followed add column renewal_problem text check (renewal_problem in ('REFUSED', 'FAILED'));
alter table party.followed add check ((renewal_tried_at is null) = (renewal_problem is null));
create index on party.followed (authority_id, renewal_tried_at) where renewal_tried_at is not null;
comment on column party.followed.renewal_tried_at is
    'When a change that the register told was last tried to be kept, while that did not work';
comment on column party.followed.renewal_problem is
    'Why it did not: the register refused to tell what changed, or what it told could not be kept';
