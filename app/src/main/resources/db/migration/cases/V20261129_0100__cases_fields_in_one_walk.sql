-- Older cases are walked past once for all fields that became searchable together, not once for each; a case without
-- fields is neither read whole nor locked. A field that is published meanwhile has a walk of its own.
create or replace function cases.fill_values(most int) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
declare
    own uuid := access.authority();
    walk text[];
    until uuid;
    one cases.case_file;
    last uuid;
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
    select s.filled_until into until from cases.searched_field s
    where s.authority_id = own and not s.filled
    order by s.filled_until desc nulls last limit 1;
    if not found then
        return false;
    end if;
    select array_agg(s.type_code || ' ' || s.field) into walk from (
        select s.type_code, s.field from cases.searched_field s
        where s.authority_id = own and not s.filled and s.filled_until is not distinct from until
        for update skip locked) s;
    if walk is null then
        return false;
    end if;
    for one in
        select c.* from cases.case_file c
        where c.authority_id = own and c.fields <> '{}' and (until is null or c.id > until)
          and exists (select 1 from jsonb_object_keys(c.fields) as f (field)
                      where c.type_code || ' ' || f.field = any (walk))
        order by c.id limit most for update
    loop
        perform cases.put_values(one);
        last := one.id;
    end loop;
    update cases.searched_field s set filled = last is null, filled_until = coalesce(last, s.filled_until)
    where s.authority_id = own and s.type_code || ' ' || s.field = any (walk);
    return true;
end $$;
