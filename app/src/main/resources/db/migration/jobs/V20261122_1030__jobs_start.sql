create schema jobs;
grant usage on schema jobs to ${app};
create table jobs.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on jobs.scheduled_task (execution_time);
create index on jobs.scheduled_task (last_heartbeat);
comment on table jobs.scheduled_task is
    'Work to be done at a moment by whichever process is free; holds keys, no data. [not personal]';
grant select, insert, update, delete on jobs.scheduled_task to ${app};
