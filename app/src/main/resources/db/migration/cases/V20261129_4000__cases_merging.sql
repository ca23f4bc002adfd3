-- Two cases about the same: the one ends as merged into the other, and both keep what they hold; whoever reads the one
-- that goes on reads the other with it. Taken back by pointing the other way, so nothing has to be sorted out again.
create table cases.merging (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    gone_id uuid not null,
    into_id uuid not null,
    head_id uuid not null,
    reason text not null,
    gone_status text not null check (gone_status in ('OPEN', 'WAITING')),
    starts_on date not null,
    due_given date,
    extension int not null,
    gone_starts_on date not null,
    gone_due_on date not null,
    dropped uuid[] not null,
    along uuid[] not null,
    merged_at timestamptz not null,
    merged_by text not null,
    undone_at timestamptz,
    undone_by text,
    primary key (authority_id, id),
    foreign key (authority_id, gone_id) references cases.case_file,
    foreign key (authority_id, into_id) references cases.case_file,
    foreign key (authority_id, head_id) references cases.case_file,
    check (gone_id <> into_id and gone_id <> head_id),
    check ((undone_at is null) = (undone_by is null))
);
create index on cases.merging (authority_id, gone_id);
create index on cases.merging (authority_id, into_id);
create index on cases.merging (authority_id, head_id);
create unique index merging_live on cases.merging (authority_id, gone_id) where undone_at is null;
comment on table cases.merging is
    'A case ended because another about the same goes on, with what it takes to undo that. [personal: as long as its cases]';
comment on column cases.merging.head_id is 'The case that goes on at the end of the line: into_id, or what that was merged into';
comment on column cases.merging.starts_on is 'When the term of the case that goes on began before';
comment on column cases.merging.along is 'The open tasks that are done in the case that goes on';
grant select, insert, update on cases.merging to ${app};
alter table cases.merging enable row level security;
create policy merging_seen on cases.merging
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = merging.authority_id and c.id in (merging.gone_id, merging.head_id)))
    with check (authority_id = (select access.authority()));

-- What was merged is kept exactly as long as what goes on: for ever while that is open, and then until the same day.
create function cases.keep_merged_alike() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    update cases.case_file c
    set retention_action = coalesce(new.retention_action, 'KEEP'), retention_until = new.retention_until
    from cases.merging m
    where m.authority_id = new.authority_id and m.head_id = new.id and m.undone_at is null
      and c.authority_id = m.authority_id and c.id = m.gone_id and c.status = 'CLOSED';
    return null;
end $$;
revoke all on function cases.keep_merged_alike from public;
create trigger keep_merged_alike after update of retention_action, retention_until on cases.case_file
    for each row when ((old.retention_action, old.retention_until)
        is distinct from (new.retention_action, new.retention_until))
    execute function cases.keep_merged_alike();

-- What was merged goes after what it was merged into, so that a hold on the one keeps both.
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
