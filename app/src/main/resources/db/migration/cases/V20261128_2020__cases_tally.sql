-- How many cases are open, for the counts beside every list: each change of an open case adds a line in its own
-- commit, and nobody waits for a shared row; a job adds lines up. Counting the cases themselves took longer with each.
create table cases.tally (
    authority_id uuid not null references access.authority,
    id bigint generated always as identity,
    part text not null check (part in ('HANDLER', 'DUE')),
    unit_id uuid not null,
    confidentiality int not null,
    handler_id uuid,
    due_on date,
    cases bigint not null,
    primary key (authority_id, id)
);
comment on table cases.tally is
    'How many open cases a unit has, by handler and, of those that run, by the day they end. [not personal]';
comment on column cases.tally.part is 'HANDLER: all that is open; DUE: what runs, which what waits for a customer does not';
grant select on cases.tally to ${app};
alter table cases.tally enable row level security;
create policy tally_seen on cases.tally
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            or (select access.kind()) = 'SERVICE'));

create function cases.tally_line(c cases.case_file, change int) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    insert into cases.tally (authority_id, part, unit_id, confidentiality, handler_id, due_on, cases)
    select c.authority_id, 'HANDLER', c.unit_id, c.confidentiality, c.handler_id, null::date, change
    where c.status <> 'CLOSED'
    union all
    select c.authority_id, 'DUE', c.unit_id, c.confidentiality, null::uuid, c.due_on, change
    where c.status = 'OPEN';
end;
revoke all on function cases.tally_line from public;

create function cases.tally_of_case() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.status, old.unit_id, old.confidentiality, old.handler_id, old.due_on)
            is not distinct from (new.status, new.unit_id, new.confidentiality, new.handler_id, new.due_on) then
        return null;
    end if;
    if tg_op <> 'INSERT' then
        perform cases.tally_line(old, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform cases.tally_line(new, 1);
    end if;
    return null;
end $$;
revoke all on function cases.tally_of_case from public;
create trigger tally_of_case after insert or delete or update of status, unit_id, confidentiality, handler_id, due_on
    on cases.case_file for each row execute function cases.tally_of_case();

create function cases.settle_tally() returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    settled int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    with crowded as (
        select t.authority_id from cases.tally t group by t.authority_id
        having count(*) > 50
            + 2 * count(distinct (t.part, t.unit_id, t.confidentiality, t.handler_id, t.due_on))
    ), gone as (
        delete from cases.tally t using crowded c where t.authority_id = c.authority_id
        returning t.authority_id, t.part, t.unit_id, t.confidentiality, t.handler_id, t.due_on, t.cases
    ), added as (
        insert into cases.tally (authority_id, part, unit_id, confidentiality, handler_id, due_on, cases)
        select g.authority_id, g.part, g.unit_id, g.confidentiality, g.handler_id, g.due_on, sum(g.cases)
        from gone g
        group by g.authority_id, g.part, g.unit_id, g.confidentiality, g.handler_id, g.due_on
        having sum(g.cases) <> 0
    )
    select count(*) into settled from gone;
    return settled;
end $$;
comment on function cases.settle_tally is 'Adds the lines of the tally up where there are many; says how many there were';
revoke all on function cases.settle_tally from public;
grant execute on function cases.settle_tally to ${app};

create function cases.recount() returns void
    volatile security definer set search_path = '' language sql
begin atomic
    delete from cases.tally;
    insert into cases.tally (authority_id, part, unit_id, confidentiality, handler_id, due_on, cases)
    select c.authority_id, 'HANDLER', c.unit_id, c.confidentiality, c.handler_id, null::date, count(*)
    from cases.case_file c where c.status <> 'CLOSED'
    group by c.authority_id, c.unit_id, c.confidentiality, c.handler_id
    union all
    select c.authority_id, 'DUE', c.unit_id, c.confidentiality, null::uuid, c.due_on, count(*)
    from cases.case_file c where c.status = 'OPEN'
    group by c.authority_id, c.unit_id, c.confidentiality, c.due_on;
end;
comment on function cases.recount is 'The tally from the cases themselves, for the owner of the database alone';
revoke all on function cases.recount from public;
select cases.recount();
