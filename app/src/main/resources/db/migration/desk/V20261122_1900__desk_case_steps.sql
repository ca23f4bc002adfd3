create table desk.case_step (
    authority_id uuid not null references access.authority,
    id uuid not null default uuidv7(),
    on_day date not null,
    step text not null check (step in ('OPENED', 'CLOSED')),
    primary key (authority_id, id)
);
create index on desk.case_step (authority_id, on_day);
comment on table desk.case_step is
    'A case was opened or closed on this day: added in the commit that did it, counted for the overview. [not personal]';
grant select, insert on desk.case_step to ${app};
alter table desk.case_step enable row level security;
create policy case_step_own on desk.case_step
    using (authority_id = access.authority())
    with check (authority_id = access.authority() or authority_id = access.public_authority());
