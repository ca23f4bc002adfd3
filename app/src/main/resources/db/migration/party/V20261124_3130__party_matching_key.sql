-- A key is only ever compared with another: its hash says as much, in a third of the room, and names nobody.
alter table party.matching_key rename to matching_key_written;
create table party.matching_key (
    group_id uuid not null,
    party_id uuid not null,
    key bigint not null
);
insert into party.matching_key (group_id, party_id, key)
select distinct w.group_id, w.party_id, hashtextextended(w.key, 0) from party.matching_key_written w;
drop table party.matching_key_written;
alter table party.matching_key add primary key (group_id, party_id, key),
    add foreign key (group_id, party_id) references party.profile;
create index matching_key_by_key on party.matching_key (group_id, key);
comment on table party.matching_key is
    'Under which keys, hashed, a customer is filed; only those that share one are compared. [personal: as long as the customer]';
grant select, insert, update, delete on party.matching_key to ${app};
alter table party.matching_key enable row level security;
create policy matching_key_known on party.matching_key
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = (select access.authority()) and a.party_id = matching_key.party_id)))
    with check (group_id = (select access.authority_group()));
