-- Who is followed in a register tells us when he moves, marries or dies; what was told comes again until it is kept.
create table party.followed (
    authority_id uuid not null references access.authority,
    party_id uuid not null,
    group_id uuid not null,
    state text not null check (state in ('WANTED', 'FOLLOWED', 'REFUSED')),
    since timestamptz not null,
    primary key (authority_id, party_id),
    foreign key (group_id, party_id) references party.profile on delete cascade
);
create index on party.followed (group_id, party_id);
create index on party.followed (authority_id, since) where state = 'WANTED';
comment on table party.followed is
    'A customer of whom an authority wants to hear what changes in the national register. [personal: as long as the customer]';

create table party.register_receipt (
    authority_id uuid primary key references access.authority,
    receipt text not null,
    kept_at timestamptz not null
);
comment on table party.register_receipt is
    'Up to where an authority has kept what the national register told it. [not personal]';

grant select, insert, update, delete on party.followed, party.register_receipt to ${app};
alter table party.followed enable row level security;
create policy followed_own on party.followed
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()) and group_id = (select access.authority_group()));
alter table party.register_receipt enable row level security;
create policy register_receipt_own on party.register_receipt
    using (authority_id = (select access.authority()))
    with check (authority_id = (select access.authority()));
