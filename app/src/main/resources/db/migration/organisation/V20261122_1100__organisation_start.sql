create schema organisation;
grant usage on schema organisation to ${app};

create table organisation.unit (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    parent_id uuid,
    kind text not null default 'UNIT' check (kind in ('UNIT', 'TEAM')),
    name text not null,
    opened_on date not null,
    closed_on date,
    hours jsonb not null default '{}',
    primary key (authority_id, id),
    foreign key (authority_id, parent_id) references organisation.unit,
    check (closed_on is null or closed_on >= opened_on)
);
create index on organisation.unit (authority_id, parent_id);
comment on table organisation.unit is 'A service or team of an authority, today. [not personal]';

create table organisation.unit_change (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    kind text not null check (kind in ('OPENED', 'RENAMED', 'SPLIT', 'MERGED', 'CLOSED')),
    unit_id uuid not null,
    successor_id uuid,
    old_name text not null,
    new_name text,
    on_date date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (authority_id, id),
    foreign key (authority_id, unit_id) references organisation.unit,
    foreign key (authority_id, successor_id) references organisation.unit
);
create index on organisation.unit_change (authority_id, unit_id);
create index on organisation.unit_change (authority_id, successor_id);
comment on table organisation.unit_change is
    'What became of a unit and under which name it was known. [personal: name of the employee who changed it, 10 years]';

create table organisation.employee (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    account_id uuid not null references access.account,
    display_name text not null,
    function_title text not null default '',
    email text not null,
    joined_on date not null,
    left_on date,
    primary key (authority_id, id),
    unique (authority_id, account_id)
);
create index on organisation.employee (account_id);
comment on table organisation.employee is
    'Somebody who works for an authority. [personal: 10 years after leaving]';

create table organisation.role (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    code text not null,
    name text not null,
    permissions text[] not null,
    clearance int not null default 1 check (clearance between 0 and 3),
    primary key (authority_id, id),
    unique (authority_id, code)
);
comment on table organisation.role is 'What somebody with this role may do. [not personal]';

create table organisation.role_grant (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    employee_id uuid not null,
    role_id uuid not null,
    unit_id uuid,
    valid_from date not null,
    valid_until date,
    granted_by text not null,
    primary key (authority_id, id),
    foreign key (authority_id, employee_id) references organisation.employee,
    foreign key (authority_id, role_id) references organisation.role,
    foreign key (authority_id, unit_id) references organisation.unit,
    check (valid_until is null or valid_until >= valid_from)
);
create index on organisation.role_grant (authority_id, employee_id);
create index on organisation.role_grant (authority_id, role_id);
create index on organisation.role_grant (authority_id, unit_id);
comment on table organisation.role_grant is
    'A role of an employee, in one unit or the whole authority, for a period. [personal: 10 years after its end]';

grant select, insert, update on organisation.unit, organisation.employee, organisation.role,
    organisation.role_grant to ${app};
grant select, insert on organisation.unit_change to ${app};

alter table organisation.unit enable row level security;
create policy unit_own on organisation.unit
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table organisation.unit_change enable row level security;
create policy unit_change_own on organisation.unit_change
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table organisation.employee enable row level security;
create policy employee_own on organisation.employee
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table organisation.role enable row level security;
create policy role_own on organisation.role
    using (authority_id = access.authority()) with check (authority_id = access.authority());
alter table organisation.role_grant enable row level security;
create policy role_grant_own on organisation.role_grant
    using (authority_id = access.authority()) with check (authority_id = access.authority());

-- Sign-in asks for which authorities an account works, before it works for one of them.
create function organisation.employers(account uuid) returns setof uuid
    stable security definer set search_path = '' language sql
begin atomic
    select e.authority_id from organisation.employee e
    where e.account_id = account and e.left_on is null
      and (access.kind() = 'SIGN_IN' or access.actor() = account);
end;
comment on function organisation.employers is 'The authorities an account works for';
revoke all on function organisation.employers from public;
grant execute on function organisation.employers to ${app};

-- What an account may do for an authority on a day, and until when that holds.
create function organisation.standing(account uuid, authority uuid, today date)
    returns table (employee_id uuid, name text, permissions text[], units uuid[], clearance int,
        next_change date)
    stable security definer set search_path = '' language sql
begin atomic
    select e.id, e.display_name,
        coalesce((select array_agg(distinct p) from organisation.role_grant g
            join organisation.role r on r.authority_id = g.authority_id and r.id = g.role_id
            cross join unnest(r.permissions) p
            where g.authority_id = e.authority_id and g.employee_id = e.id
              and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)), '{}'),
        coalesce((select array_agg(distinct g.unit_id) from organisation.role_grant g
            where g.authority_id = e.authority_id and g.employee_id = e.id and g.unit_id is not null
              and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)), '{}'),
        coalesce((select max(r.clearance) from organisation.role_grant g
            join organisation.role r on r.authority_id = g.authority_id and r.id = g.role_id
            where g.authority_id = e.authority_id and g.employee_id = e.id
              and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)), 0),
        (select min(d) from (
            select g.valid_from as d from organisation.role_grant g
            where g.authority_id = e.authority_id and g.employee_id = e.id and g.valid_from > today
            union all
            select g.valid_until + 1 from organisation.role_grant g
            where g.authority_id = e.authority_id and g.employee_id = e.id and g.valid_until >= today) x)
    from organisation.employee e
    where e.authority_id = authority and e.account_id = account
      and e.joined_on <= today and (e.left_on is null or e.left_on > today)
      and (access.kind() in ('SIGN_IN', 'SERVICE') or access.actor() = account);
end;
comment on function organisation.standing is 'The rights of an account for an authority on a day';
revoke all on function organisation.standing from public;
grant execute on function organisation.standing to ${app};
