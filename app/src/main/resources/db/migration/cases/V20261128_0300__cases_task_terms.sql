-- Who does a task is told once before its own term ends and once when it is late. What was late before this was there
-- is not told any more.
alter table cases.task
    add column warned_at timestamptz,
    add column late_told_at timestamptz;
update cases.task set warned_at = now(), late_told_at = now() where state = 'OPEN' and due_on < current_date;
create index task_untold on cases.task (authority_id, due_on)
    where state = 'OPEN' and late_told_at is null;
