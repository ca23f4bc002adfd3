-- By which fields the cases of a type are found: those that any published version of it says. Cases that were filled
-- in before such a field was searchable are gone through after it was published, a few at a time.
create table cases.searched_field (
    authority_id uuid not null references access.authority,
    type_code text not null,
    field text not null,
    kind text not null,
    filled boolean not null default false,
    filled_until uuid,
    primary key (authority_id, type_code, field)
);
comment on table cases.searched_field is
    'A field by which cases of a type are found, and until which case the old ones are. [not personal]';
grant select on cases.searched_field to ${app};
alter table cases.searched_field enable row level security;
create policy searched_field_own on cases.searched_field
    using (authority_id = (select access.authority())) with check (authority_id = (select access.authority()));

-- Compared byte by byte, so that a range of the index holds all that begin alike.
create table cases.field_value (
    authority_id uuid not null,
    case_id uuid not null,
    type_code text not null,
    field text not null,
    value text collate "C" not null check (length(value) <= 100),
    primary key (authority_id, case_id, field, value),
    foreign key (authority_id, case_id) references cases.case_file on delete cascade
);
create index field_value_found on cases.field_value (authority_id, type_code, field, value, case_id);
comment on table cases.field_value is
    'What stands in a searchable field of a case, folded and shortened, to find it by. [personal: as long as its case]';
grant select on cases.field_value to ${app};
alter table cases.field_value enable row level security;
create policy field_value_seen on cases.field_value
    using (authority_id = (select access.authority())
        and exists (select 1 from cases.case_file c
                    where c.authority_id = field_value.authority_id and c.id = field_value.case_id))
    with check (authority_id = (select access.authority()));

alter table cases.passage drop constraint passage_kind_check;
alter table cases.passage add constraint passage_kind_check
    check (kind in ('CASE', 'NOTE', 'MAIL', 'LETTER', 'DOCUMENT', 'FIELD'));

create function cases.folded_value(value text) returns text immutable parallel safe language sql
    return left(btrim(search.folded(value)), 100);
comment on function cases.folded_value is 'A value as it is compared: without accents and capitals, not too long';
grant execute on function cases.folded_value to ${app};

create function cases.put_values(c cases.case_file) returns void
    volatile security definer set search_path = '' language plpgsql as $$
declare
    passage uuid := md5('fields of ' || c.id)::uuid;
    texts text;
begin
    delete from cases.field_value v where v.authority_id = c.authority_id and v.case_id = c.id;
    insert into cases.field_value (authority_id, case_id, type_code, field, value)
    select c.authority_id, c.id, c.type_code, s.field, cases.folded_value(one.value)
    from cases.searched_field s
    cross join lateral jsonb_array_elements_text(c.fields -> s.field) as one (value)
    where s.authority_id = c.authority_id and s.type_code = c.type_code
    on conflict do nothing;
    select string_agg(one.value, E'\n' order by s.field) into texts
    from cases.searched_field s
    cross join lateral jsonb_array_elements_text(c.fields -> s.field) as one (value)
    where s.authority_id = c.authority_id and s.type_code = c.type_code
      and s.kind in ('TEXT', 'LONG_TEXT', 'ADDRESS');
    if coalesce(texts, '') = '' then
        delete from cases.passage p where p.authority_id = c.authority_id and p.id = passage;
    else
        perform cases.put_passage(c.id, passage, 'FIELD', texts, c.opened_at);
    end if;
end $$;
comment on function cases.put_values is 'Makes a case found by what stands in its searchable fields now';
revoke all on function cases.put_values from public;

create function cases.values_of_case() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    perform cases.put_values(new);
    return null;
end $$;
revoke all on function cases.values_of_case from public;
create trigger values_of_case after insert on cases.case_file
    for each row when (new.fields <> '{}') execute function cases.values_of_case();
create trigger values_of_changed_case after update of fields, type_code on cases.case_file
    for each row when ((old.fields, old.type_code) is distinct from (new.fields, new.type_code))
    execute function cases.values_of_case();

create function cases.searched_of_type() returns trigger
    security definer set search_path = '' language plpgsql as $$
begin
    insert into cases.searched_field as s (authority_id, type_code, field, kind)
    select new.authority_id, new.code, f ->> 'code', coalesce(f ->> 'kind', 'TEXT')
    from jsonb_array_elements(coalesce(new.definition -> 'fields', '[]')) as f
    where coalesce((f ->> 'searchable')::boolean, false)
    on conflict (authority_id, type_code, field) do update
    set kind = excluded.kind, filled = false, filled_until = null
    where s.kind <> excluded.kind;
    return null;
end $$;
revoke all on function cases.searched_of_type from public;
create trigger searched_of_type after insert on cases.case_type
    for each row when (new.state = 'PUBLISHED') execute function cases.searched_of_type();
create trigger searched_of_published_type after update of state on cases.case_type
    for each row when (new.state = 'PUBLISHED' and old.state <> 'PUBLISHED')
    execute function cases.searched_of_type();

-- The rows are locked before they are read: what somebody is changing is read as he left it.
create function cases.fill_values(most int) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
declare
    own uuid := access.authority();
    todo cases.searched_field;
    one cases.case_file;
    last uuid;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    select s.* into todo from cases.searched_field s
    where s.authority_id = own and not s.filled
    order by s.type_code, s.field limit 1 for update skip locked;
    if not found then
        return false;
    end if;
    for one in
        select c.* from cases.case_file c
        where c.authority_id = own and c.type_code = todo.type_code
          and (todo.filled_until is null or c.id > todo.filled_until)
        order by c.id limit most for update
    loop
        if jsonb_exists(one.fields, todo.field) then
            perform cases.put_values(one);
        end if;
        last := one.id;
    end loop;
    update cases.searched_field s set filled = last is null, filled_until = coalesce(last, s.filled_until)
    where s.authority_id = own and s.type_code = todo.type_code and s.field = todo.field;
    return true;
end $$;
comment on function cases.fill_values is
    'Makes some older cases found by a field that became searchable; false when all are';
revoke all on function cases.fill_values from public;
grant execute on function cases.fill_values to ${app};

insert into cases.searched_field (authority_id, type_code, field, kind)
select distinct on (t.authority_id, t.code, f ->> 'code')
    t.authority_id, t.code, f ->> 'code', coalesce(f ->> 'kind', 'TEXT')
from cases.case_type t
cross join lateral jsonb_array_elements(coalesce(t.definition -> 'fields', '[]')) as f
where t.state = 'PUBLISHED' and coalesce((f ->> 'searchable')::boolean, false)
order by t.authority_id, t.code, f ->> 'code', t.version desc;
