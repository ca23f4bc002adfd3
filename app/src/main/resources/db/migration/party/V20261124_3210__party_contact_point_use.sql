-- How a customer is reached belongs to the group, and so does whether it was verified and is still in use; why it
-- is not is one of a few words, since a sentence would tell a sister authority what is not its business.
alter table party.contact_point
    add column verified_how text check (verified_how in ('REPLY', 'CODE', 'IN_PERSON')),
    add column out_on date,
    add column out_why text check (out_why in ('UNREACHABLE', 'NOT_HIS', 'UNWANTED', 'REPLACED')),
    add constraint verified_whole check ((verified_on is null) = (verified_how is null)),
    add constraint out_whole check ((out_on is null) = (out_why is null)),
    add constraint out_is_not_preferred check (out_on is null or not preferred);
comment on table party.contact_point is
    'How a customer is reached, where we know it from, how it was verified, and whether it is still in use; never removed. [personal: as long as the customer]';
revoke delete on party.contact_point from ${app};
