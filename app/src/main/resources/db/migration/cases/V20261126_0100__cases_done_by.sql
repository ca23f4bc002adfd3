-- Who did a task is known by more than his name, so that nobody approves his own work.
alter table cases.task add column done_by_id uuid;
