-- A part of a case goes on as a case of its own, with what was chosen to go along; as long as nothing was done with
-- it, it comes back.
alter table cases.link drop constraint link_kind_check,
    add constraint link_kind_check check (kind in ('PARENT', 'RELATED', 'DUPLICATE', 'SPLIT'));

create table cases.splitting (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    from_id uuid not null,
    into_id uuid not null,
    reason text not null,
    notes uuid[] not null,
    tasks uuid[] not null,
    pieces uuid[] not null,
    revision int not null,
    split_at timestamptz not null,
    split_by text not null,
    undone_at timestamptz,
    undone_by text,
    primary key (authority_id, id),
    unique (authority_id, into_id),
    foreign key (authority_id, from_id) references cases.case_file,
    foreign key (authority_id, into_id) references cases.case_file,
    check (from_id <> into_id),
    check ((undone_at is null) = (undone_by is null))
);
create index on cases.splitting (authority_id, from_id);
comment on table cases.splitting is
    'A part of a case that became a case of its own, and what went along. [personal: as long as its cases]';
comment on column cases.splitting.pieces is 'The documents that went along, by their ids in module documents';
comment on column cases.splitting.revision is 'Of the new case when it was made: what changed it since is not undone';
grant select, insert, update on cases.splitting to ${app};
alter table cases.splitting enable row level security;
create policy splitting_seen on cases.splitting
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = splitting.authority_id and c.id = splitting.into_id))
    with check (authority_id = (select access.authority()));

-- A note that goes to another case is found there.
create function cases.passage_of_moved_note() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    delete from cases.passage p where p.authority_id = old.authority_id and p.id = old.id;
    perform cases.put_passage(new.case_id, new.id, 'NOTE', new.text, new.written_at);
    return null;
end $$;
revoke all on function cases.passage_of_moved_note from public;
create trigger passage_of_moved_note after update of case_id on cases.note
    for each row when (old.case_id is distinct from new.case_id) execute function cases.passage_of_moved_note();

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
    delete from cases.splitting s where s.authority_id = access.authority()
        and (s.from_id = doomed or s.into_id = doomed);
    delete from cases.case_file c where c.authority_id = access.authority() and c.id = doomed;
    get diagnostics gone = row_count;
    return gone;
end $$;
