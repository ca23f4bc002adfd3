-- What a type says that happens when a term has passed, happens once for that term: a term that becomes later, and
-- passes again, is another.
create table cases.late_step (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    case_id uuid not null,
    task_id uuid,
    due_on date not null,
    done_at timestamptz not null,
    primary key (authority_id, id),
    unique nulls not distinct (authority_id, case_id, task_id, due_on),
    foreign key (authority_id, case_id) references cases.case_file,
    foreign key (authority_id, task_id) references cases.task
);
create index on cases.late_step (authority_id, case_id);
create index on cases.late_step (authority_id, task_id);
comment on table cases.late_step is
    'A term that passed, and of which what its type says was done. [not personal]';
grant select, insert on cases.late_step to ${app};
alter table cases.late_step enable row level security;
create policy late_step_seen on cases.late_step
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = late_step.authority_id and c.id = late_step.case_id))
    with check (authority_id = (select access.authority()));

create or replace function cases.destroy(doomed uuid, today date) returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    gone int;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    perform 1 from cases.case_file c
    where c.authority_id = access.authority() and c.id = doomed and c.status = 'CLOSED'
      and c.retention_action in ('DESTROY', 'SAMPLE') and c.retention_until < today
      and not exists (select 1 from cases.merging m
                      where m.authority_id = c.authority_id and m.gone_id = c.id and m.undone_at is null)
    for update;
    if not found then
        return 0;
    end if;
    delete from cases.late_step s where s.authority_id = access.authority() and s.case_id = doomed;
    delete from cases.note n where n.authority_id = access.authority() and n.case_id = doomed;
    delete from cases.task t where t.authority_id = access.authority() and t.case_id = doomed;
    delete from cases.pause p where p.authority_id = access.authority() and p.case_id = doomed;
    delete from cases.role r where r.authority_id = access.authority() and r.case_id = doomed;
    delete from cases.link l where l.authority_id = access.authority()
        and (l.case_id = doomed or l.other_id = doomed);
    delete from cases.version_move v where v.authority_id = access.authority() and v.case_id = doomed;
    delete from cases.merging m where m.authority_id = access.authority()
        and (m.gone_id = doomed or m.into_id = doomed or m.head_id = doomed);
    delete from cases.case_file c where c.authority_id = access.authority() and c.id = doomed;
    get diagnostics gone = row_count;
    return gone;
end $$;
