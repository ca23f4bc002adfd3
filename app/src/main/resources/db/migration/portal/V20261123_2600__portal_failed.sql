-- A question that cannot be taken in is tried some times, and then it waits for the people of a unit.
alter table portal.submission
    add column attempts int not null default 0,
    add column unit_id uuid,
    add foreign key (authority_id, unit_id) references organisation.unit;
create index on portal.submission (authority_id, unit_id);
comment on column portal.submission.attempts is 'How often taking it in failed for no reason that we know';
comment on column portal.submission.unit_id is
    'The unit that would have got it, once it could not be taken in; whoever works there looks after it';
