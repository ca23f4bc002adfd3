-- What became known after a merge may say that they are two after all; somebody looks, and says so once.
alter table party.merging
    add column doubt text check (doubt in ('TWO_NUMBERS', 'TWO_BIRTH_DATES', 'UNLIKELY')),
    add column doubted_at timestamptz,
    add column upheld_name text,
    add column upheld_at timestamptz,
    add check ((doubt is null) = (doubted_at is null)),
    add check ((upheld_name is null) = (upheld_at is null));
create index on party.merging (authority_id, doubted_at) where doubt is not null;
comment on column party.merging.doubt is 'Why the matching of the night holds them for two people now';
comment on column party.merging.upheld_at is
    'When a colleague looked and said that they are one all the same; until something else is found';
