-- A program outside has a task to itself for a while.
alter table cases.task add column lease_until timestamptz,
    add column lease_by text not null default '';
