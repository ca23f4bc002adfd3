create schema post;
grant usage on schema post to ${app};

create table post.register (
    authority_id uuid not null references access.authority,
    direction text not null check (direction in ('IN', 'OUT')),
    year int not null,
    last_number int not null,
    primary key (authority_id, direction, year)
);
comment on table post.register is
    'The last number given in a register of a year; its row is locked while a number is given. [not personal]';

create table post.entry (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    direction text not null check (direction in ('IN', 'OUT')),
    year int not null,
    sequence int not null,
    number text not null,
    channel text not null,
    received_on date not null,
    registered_at timestamptz not null,
    registered_by text not null,
    subject text not null,
    correspondent text not null,
    party_id uuid,
    unit_id uuid not null,
    confidentiality int not null default 1 check (confidentiality between 0 and 3),
    state text not null default 'OPEN' check (state in ('OPEN', 'HANDLED', 'CANCELLED')),
    handled_at timestamptz,
    handled_by text,
    outcome text,
    source_kind text,
    source_id uuid,
    case_id uuid,
    case_number text,
    answers_id uuid,
    primary key (authority_id, id),
    unique (authority_id, direction, year, sequence),
    unique (authority_id, source_kind, source_id),
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, answers_id) references post.entry
);
create index on post.entry (authority_id, unit_id, registered_at desc) where state = 'OPEN';
create index on post.entry (authority_id, registered_at desc, id desc) where state = 'OPEN';
create index on post.entry (authority_id, unit_id);
create index on post.entry (authority_id, registered_at desc);
create index on post.entry (authority_id, party_id);
create index on post.entry (authority_id, case_id);
create index on post.entry (authority_id, answers_id);
comment on table post.entry is
    'A numbered, dated entry of a piece that came in or went out; never renumbered or removed. [personal: permanently kept register]';
grant select, insert, update on post.register, post.entry to ${app};
alter table post.register enable row level security;
create policy register_own on post.register
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table post.entry enable row level security;
create policy entry_seen on post.entry
    using (access.sees(authority_id, confidentiality, unit_id)
        or (authority_id = access.authority() and access.kind() = 'SERVICE'))
    with check (authority_id = access.authority());

-- Whoever gives a confidential piece to another unit no longer sees it: the row-level rule cannot allow
-- that last step, so these reviewed functions apply it to the row as it was.
create function post.route(moved uuid, successor uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e set unit_id = successor
    where e.authority_id = access.authority() and e.id = moved
      and (access.sees(e.authority_id, e.confidentiality, e.unit_id) or access.kind() = 'SERVICE');
end;
comment on function post.route is 'Gives an entry that the caller sees to another unit';
revoke all on function post.route from public;
grant execute on function post.route to ${app};

create function post.follow(closed uuid, successor uuid) returns setof post.entry
    volatile security definer set search_path = '' language sql
begin atomic
    update post.entry e set unit_id = successor
    where e.authority_id = access.authority() and e.unit_id = closed
      and access.kind() in ('EMPLOYEE', 'SERVICE')
      and (e.state = 'OPEN' or e.confidentiality > 1)
    returning e.*;
end;
comment on function post.follow is
    'Gives open entries of a unit that closed to its successor, and those only its people could see';
revoke all on function post.follow from public;
grant execute on function post.follow to ${app};
