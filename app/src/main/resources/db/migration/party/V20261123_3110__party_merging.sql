-- A merge is an event that can be taken back: it only says which profile is read under which.
create table party.merging (
    group_id uuid not null references access.authority_group,
    id uuid not null default uuidv7(),
    authority_id uuid not null references access.authority,
    kept uuid not null,
    gone uuid not null check (gone <> kept),
    state text not null check (state in ('PROPOSED', 'MERGED', 'REFUSED', 'UNDONE')),
    reason text not null,
    evidence text not null,
    proposed_by uuid not null,
    proposed_name text not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_name text,
    decided_at timestamptz,
    undone_name text,
    undone_at timestamptz,
    undone_reason text,
    primary key (group_id, id),
    foreign key (group_id, kept) references party.profile,
    foreign key (group_id, gone) references party.profile,
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'UNDONE') = (undone_at is not null))
);
create index on party.merging (authority_id);
create index on party.merging (group_id, kept);
create index on party.merging (group_id, gone);
create unique index merging_one_head on party.merging (group_id, gone) where state = 'MERGED';
create unique index merging_proposed_once on party.merging
    (group_id, (least(kept, gone)), (greatest(kept, gone))) where state = 'PROPOSED';
comment on table party.merging is
    'Two profiles were found to be one person, by whom, why, and perhaps taken back. [personal: as long as the customers]';

create table party.never_same (
    group_id uuid not null references access.authority_group,
    one uuid not null,
    other uuid not null check (one < other),
    reason text not null,
    decided_name text not null,
    decided_at timestamptz not null,
    primary key (group_id, one, other),
    foreign key (group_id, one) references party.profile,
    foreign key (group_id, other) references party.profile
);
create index on party.never_same (group_id, other);
comment on table party.never_same is
    'Somebody decided that two profiles are two people; they are not proposed again. [personal: as long as the customers]';

create table party.likely_pair (
    group_id uuid not null references access.authority_group,
    one uuid not null,
    other uuid not null check (one < other),
    probability double precision not null,
    found_at timestamptz not null,
    primary key (group_id, one, other),
    foreign key (group_id, one) references party.profile,
    foreign key (group_id, other) references party.profile
);
create index on party.likely_pair (group_id, other);
create index on party.likely_pair (group_id, probability);
comment on table party.likely_pair is
    'Two profiles that are likely one person and wait for somebody to look. [personal: until decided, or the customers are gone]';

create table party.matching_key (
    group_id uuid not null,
    party_id uuid not null,
    key text not null,
    primary key (group_id, party_id, key),
    foreign key (group_id, party_id) references party.profile
);
create index matching_key_by_key on party.matching_key (group_id, key);
comment on table party.matching_key is
    'Under which keys a customer is filed; only those that share one are compared. [personal: as long as the customer]';

create table party.match_model (
    authority_id uuid primary key references access.authority,
    learned_at timestamptz not null,
    model jsonb not null
);
comment on table party.match_model is
    'What was learned from the customers of an authority to judge whether two are one person; holds common names and addresses. [personal: renewed each night]';

grant select, insert, update, delete on party.merging, party.never_same, party.likely_pair,
    party.matching_key, party.match_model to ${app};

alter table party.merging enable row level security;
create policy merging_own on party.merging
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));
alter table party.never_same enable row level security;
create policy never_same_known on party.never_same
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or (exists (select 1 from party.acquaintance a
                        where a.authority_id = (select access.authority()) and a.party_id = never_same.one)
                and exists (select 1 from party.acquaintance a
                            where a.authority_id = (select access.authority()) and a.party_id = never_same.other))))
    with check (group_id = (select access.authority_group()));
alter table party.likely_pair enable row level security;
create policy likely_pair_known on party.likely_pair
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or (exists (select 1 from party.acquaintance a
                        where a.authority_id = (select access.authority()) and a.party_id = likely_pair.one)
                and exists (select 1 from party.acquaintance a
                            where a.authority_id = (select access.authority()) and a.party_id = likely_pair.other))))
    with check (group_id = (select access.authority_group()));
alter table party.matching_key enable row level security;
create policy matching_key_known on party.matching_key
    using (group_id = (select access.authority_group())
        and ((select access.kind()) = 'SERVICE'
            or exists (select 1 from party.acquaintance a
                       where a.authority_id = (select access.authority()) and a.party_id = matching_key.party_id)))
    with check (group_id = (select access.authority_group()));
alter table party.match_model enable row level security;
create policy match_model_own on party.match_model
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));

-- Profiles of the cluster that only a sister authority knows follow their head too; nobody is shown them.
create function party.headed(under uuid, gone_id uuid) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'MACHINE')
        or 2 <> (select count(*) from party.acquaintance a
                 where a.authority_id = access.authority() and a.party_id in (under, gone_id)) then
        raise insufficient_privilege;
    end if;
    update party.profile p
    set canonical_id = (select h.head_id from party.profile h
                        where h.group_id = access.authority_group() and h.id = under)
    where p.group_id = access.authority_group() and p.head_id = gone_id
      and gone_id <> (select h.head_id from party.profile h
                      where h.group_id = access.authority_group() and h.id = under);
    if not found then
        raise exception 'nothing to read under another';
    end if;
end $$;
comment on function party.headed is 'Reads a profile, and all that was read under it, under another';
revoke all on function party.headed from public;
grant execute on function party.headed to ${app};

create function party.unheaded(gone_id uuid) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    if access.kind() is null or access.kind() not in ('EMPLOYEE', 'MACHINE')
        or not exists (select 1 from party.acquaintance a
                       where a.authority_id = access.authority() and a.party_id = gone_id) then
        raise insufficient_privilege;
    end if;
    with recursive below (id) as (
        select gone_id
        union
        select m.gone from party.merging m
        join below b on m.kept = b.id
        where m.group_id = access.authority_group() and m.state = 'MERGED'
    )
    update party.profile p set canonical_id = case when p.id = gone_id then null else gone_id end
    where p.group_id = access.authority_group() and p.id in (select b.id from below b);
end $$;
comment on function party.unheaded is 'A profile is read by itself again, with those that were merged into it before';
revoke all on function party.unheaded from public;
grant execute on function party.unheaded to ${app};

-- What the caller may not see decides too: two national numbers are two people whoever asks.
create function party.apart(one uuid, other uuid) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE') and exists (
        select 1
        from party.profile p
        join party.identifier i on i.group_id = p.group_id and i.party_id = p.id
            and i.scheme in ('NATIONAL_NUMBER', 'ENTERPRISE')
        join party.profile q on q.group_id = p.group_id
            and q.head_id = (select h.head_id from party.profile h
                             where h.group_id = access.authority_group() and h.id = other)
        join party.identifier j on j.group_id = q.group_id and j.party_id = q.id
            and j.scheme = i.scheme and j.value <> i.value
        where p.group_id = access.authority_group()
          and p.head_id = (select h.head_id from party.profile h
                           where h.group_id = access.authority_group() and h.id = one));
end;
comment on function party.apart is 'Whether two customers have different numbers of one kind, so are two for sure';
revoke all on function party.apart from public;
grant execute on function party.apart to ${app};

create function party.shared(known uuid[]) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE') and exists (
        select 1 from party.acquaintance a
        where a.group_id = access.authority_group()
          and a.authority_id <> access.authority()
          and a.party_id in (
              select p.id from party.profile p
              where p.group_id = access.authority_group()
                and p.head_id in (select q.head_id from party.profile q
                                  where q.group_id = access.authority_group() and q.id = any (known))));
end;
comment on function party.shared is 'Whether another authority of the group knows one of these customers too';
revoke all on function party.shared from public;
grant execute on function party.shared to ${app};

-- Two numbers of one kind on one customer would be two people; what the caller cannot see counts too.
create function party.other_number(known uuid, asked text, number text) returns boolean
    stable security definer set search_path = '' language sql
begin atomic
    select access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE') and exists (
        select 1 from party.profile p
        join party.identifier i on i.group_id = p.group_id and i.party_id = p.id
            and i.scheme = asked and i.value <> number
        where p.group_id = access.authority_group()
          and asked in ('NATIONAL_NUMBER', 'ENTERPRISE')
          and p.head_id = (select h.head_id from party.profile h
                           where h.group_id = access.authority_group() and h.id = known));
end;
comment on function party.other_number is 'Whether a customer has another number of this kind already';
revoke all on function party.other_number from public;
grant execute on function party.other_number to ${app};

-- What is said of a merged customer is kept with a profile that no sister authority reads, where there is one.
create function party.own_of(members uuid[]) returns uuid
    stable security definer set search_path = '' language sql
begin atomic
    select m.id from unnest(members) with ordinality as m (id, place)
    where access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and not exists (select 1 from party.acquaintance a
                      where a.group_id = access.authority_group()
                        and a.authority_id <> access.authority() and a.party_id = m.id)
    order by m.place
    limit 1;
end;
comment on function party.own_of is 'The first of these profiles that only the own authority knows';
revoke all on function party.own_of from public;
grant execute on function party.own_of to ${app};
