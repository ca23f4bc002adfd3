-- A number is given in a short transaction beside the one that opens the case: nobody waits until somebody else's
-- case is committed. What an opening that failed gives back is given to the next.
create table cases.returned_number (
    authority_id uuid not null references access.authority,
    year int not null,
    number int not null,
    primary key (authority_id, year, number)
);
comment on table cases.returned_number is 'A case number that was given and not used, for the next case. [not personal]';
grant select on cases.returned_number to ${app};
alter table cases.returned_number enable row level security;
create policy returned_number_own on cases.returned_number
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));

-- It commits without waiting for the disk. The log of the database is one row of events: when the case with this number
-- is on the disk, so is what was written before it; when neither is, the number was never given.
create function cases.next_number(of_year int) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    given int;
begin
    perform set_config('synchronous_commit', 'off', true);
    delete from cases.returned_number r
    where r.authority_id = access.authority() and r.year = of_year and r.number = (
        select f.number from cases.returned_number f
        where f.authority_id = access.authority() and f.year = of_year
          and f.number > (select c.last_number - 100 from cases.counter c
                          where c.authority_id = f.authority_id and c.year = of_year)
        order by f.number limit 1 for update skip locked)
    returning r.number into given;
    if given is null then
        insert into cases.counter as c (authority_id, year, last_number) values (access.authority(), of_year, 1)
        on conflict (authority_id, year) do update set last_number = c.last_number + 1
        returning c.last_number into given;
    end if;
    return given;
end $$;
comment on function cases.next_number is
    'The next case number of a year, or one of the last hundred that came back; never one that a case has';
revoke all on function cases.next_number from public;
grant execute on function cases.next_number to ${app};

create function cases.return_number(of_year int, unused int, display text) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform 1 from cases.counter c
    where c.authority_id = access.authority() and c.year = of_year for update;
    insert into cases.returned_number (authority_id, year, number)
    select access.authority(), of_year, unused
    where not exists (select 1 from cases.case_file c
                      where c.authority_id = access.authority() and c.number = display)
    on conflict do nothing;
    -- The youngest was never given, nor were those right before it that came back too.
    loop
        delete from cases.returned_number r using cases.counter c
        where c.authority_id = access.authority() and c.year = of_year
          and r.authority_id = c.authority_id and r.year = c.year and r.number = c.last_number;
        exit when not found;
        update cases.counter c set last_number = c.last_number - 1
        where c.authority_id = access.authority() and c.year = of_year;
    end loop;
end $$;
comment on function cases.return_number is 'Gives back a case number that no case has';
revoke all on function cases.return_number from public;
grant execute on function cases.return_number to ${app};
