-- An extract is loaded into tables beside the live ones, which get the same keys, indexes, rules, rights and
-- comments and then, in one transaction, their names: docs/decisions/0008. The application owns no table, so
-- that these reviewed functions do it, for the product itself and nobody else.
create function kbo.only_the_import() returns void stable set search_path = '' language plpgsql as $$
begin
    if access.kind() is distinct from 'SERVICE' then
        raise insufficient_privilege;
    end if;
end $$;
comment on function kbo.only_the_import is 'Refuses whoever is not the product itself';

create function kbo.clear() returns void
    volatile security definer set search_path = '' language plpgsql as $$
declare
    beside text;
begin
    perform kbo.only_the_import();
    for beside in
        select c.relname from pg_class c
        where c.relnamespace = 'kbo'::regnamespace and c.relkind = 'r' and c.relname like '%\_next'
    loop
        execute format('drop table kbo.%I', beside);
    end loop;
end $$;
comment on function kbo.clear is 'Takes away what a loading left beside the live tables';

create function kbo.stage(register text) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform kbo.only_the_import();
    execute format('drop table if exists kbo.%I', register || '_next');
    execute format(
        'create table kbo.%I (like kbo.%I including defaults including comments including constraints)'
            ' with (autovacuum_enabled = false)',
        register || '_next', register);
    execute format('grant insert on kbo.%I to ${app}', register || '_next');
end $$;
comment on function kbo.stage is 'An empty table beside the live one, in the transaction that fills it';

-- Names and keys to remove live only inside the transaction that reads them: nothing of it needs to be durable.
create function kbo.stage_names() returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform kbo.only_the_import();
    drop table if exists kbo.name_next;
    create unlogged table kbo.name_next (
        entity_number bigint, line int, language text, type text, name text, folded text collate "C",
        joined text collate "C");
    grant insert on kbo.name_next to ${app};
end $$;
comment on function kbo.stage_names is 'Where names wait to be told where their enterprise is';

create function kbo.stage_gone() returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform kbo.only_the_import();
    drop table if exists kbo.gone_next;
    create unlogged table kbo.gone_next (register text, number bigint);
    grant insert on kbo.gone_next to ${app};
end $$;
comment on function kbo.stage_gone is 'Where the numbers wait whose rows an update takes away';

create function kbo.place_names() returns void
    volatile security definer set search_path = '' set work_mem = '192MB' language plpgsql as $$
begin
    perform kbo.only_the_import();
    perform kbo.stage('denomination');
    analyze kbo.name_next;
    insert into kbo.denomination_next
        (entity_number, line, language, type, name, folded, joined, enterprise_number, postcode, marks)
    with place as (
        select coalesce(s.enterprise_number, b.enterprise_number, a.entity_number) as number,
            array_agg(distinct '@' || a.postcode) as marks
        from kbo.address_next a
        left join kbo.establishment_next s on s.number = a.entity_number
        left join kbo.branch_next b on b.number = a.entity_number
        where a.postcode is not null
        group by 1
    ), own as (
        select distinct on (a.entity_number) a.entity_number, a.postcode
        from kbo.address_next a
        where a.postcode is not null
        order by a.entity_number, a.line
    )
    select n.entity_number, n.line, n.language, n.type, n.name, n.folded, n.joined,
        coalesce(s.enterprise_number, b.enterprise_number, n.entity_number),
        coalesce(own.postcode, substr(place.marks[1], 2)),
        coalesce(place.marks, array_remove(array['@' || own.postcode], null))
    from kbo.name_next n
    left join kbo.establishment_next s on s.number = n.entity_number
    left join kbo.branch_next b on b.number = n.entity_number
    left join own on own.entity_number = n.entity_number
    left join place on place.number = n.entity_number;
    drop table kbo.name_next;
end $$;
comment on function kbo.place_names is
    'The names with the postcodes where their enterprise is; of an establishment only its own';

create function kbo.make_words() returns void
    volatile security definer set search_path = '' set work_mem = '192MB' language plpgsql as $$
begin
    perform kbo.only_the_import();
    perform kbo.stage('word');
    insert into kbo.word_next (word, names)
    select w.word, count(*)
    from kbo.denomination_next d, unnest(string_to_array(d.folded, ' ') || string_to_array(d.joined, ' ')) as w (word)
    group by w.word;
end $$;
comment on function kbo.make_words is 'The words of all names beside the live ones';

-- Every index of the live table that the one beside it lacks; so what a later migration adds is kept.
create function kbo.index_next(register text, only_key boolean) returns text
    volatile security definer set search_path = '' set maintenance_work_mem = '384MB' language plpgsql as $$
declare
    beside text := register || '_next';
    wanted record;
begin
    perform kbo.only_the_import();
    for wanted in
        select i.relname as name, x.indisprimary as key, pg_get_indexdef(x.indexrelid) as said
        from pg_index x join pg_class i on i.oid = x.indexrelid
        where x.indrelid = format('kbo.%I', register)::regclass and (x.indisprimary or not only_key)
          and to_regclass(format('kbo.%I', i.relname || '_next')) is null
        order by x.indisprimary desc, i.relname
    loop
        execute regexp_replace(wanted.said, 'INDEX \S+ ON \S+',
            format('INDEX %I ON kbo.%I', wanted.name || '_next', beside));
        if wanted.key then
            execute format('alter table kbo.%1$I add constraint %2$I primary key using index %2$I',
                beside, wanted.name || '_next');
        end if;
    end loop;
    execute format('analyze kbo.%I', beside);
    return null;
exception when unique_violation then
    return beside;
end $$;
comment on function kbo.index_next is
    'Gives the table beside the live one its indexes; says where a key stands twice, and nothing when all is well';

-- Waits a fifth of a second for readers, no longer: who asks in the meantime waits behind it. It is tried again.
create function kbo.go_live(registers text[]) returns void
    volatile security definer set search_path = '' set lock_timeout = '200ms' language plpgsql as $$
declare
    register text;
    rule record;
    made text;
begin
    perform kbo.only_the_import();
    foreach register in array registers loop
        execute format('revoke insert on kbo.%I from ${app}', register || '_next');
        execute format('grant select on kbo.%I to ${app}', register || '_next');
        execute format('comment on table kbo.%I is %L', register || '_next',
            obj_description(format('kbo.%I', register)::regclass, 'pg_class'));
        execute format('alter table kbo.%I enable row level security', register || '_next');
        for rule in
            select p.policyname, p.qual from pg_policies p
            where p.schemaname = 'kbo' and p.tablename = register and p.cmd = 'SELECT'
        loop
            execute format('create policy %I on kbo.%I for select using (%s)',
                rule.policyname, register || '_next', rule.qual);
        end loop;
        execute format('alter table kbo.%I reset (autovacuum_enabled)', register || '_next');
    end loop;
    execute 'lock table '
        || (select string_agg(format('kbo.%I', r.name), ', ' order by r.name) from unnest(registers) as r (name))
        || ' in access exclusive mode';
    foreach register in array registers loop
        execute format('drop table kbo.%I', register);
        execute format('alter table kbo.%I rename to %I', register || '_next', register);
        for made in
            select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
            where x.indrelid = format('kbo.%I', register)::regclass
        loop
            execute format('alter index kbo.%I rename to %I', made, regexp_replace(made, '_next$', ''));
        end loop;
    end loop;
end $$;
comment on function kbo.go_live is 'The loaded tables become the register, all at once';

-- Where the enterprises are that an update touched, told to their names again.
create function kbo.place_again(touched bigint[]) returns void
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform kbo.only_the_import();
    with entity as (
        select t.number, t.number as enterprise from unnest(touched) as t (number)
        union all
        select s.number, s.enterprise_number from kbo.establishment s where s.enterprise_number = any (touched)
        union all
        select b.number, b.enterprise_number from kbo.branch b where b.enterprise_number = any (touched)
    ), located as (
        select e.enterprise, e.number, a.postcode, a.line
        from entity e join kbo.address a on a.entity_number = e.number
        where a.postcode is not null
    ), place as (
        select l.enterprise, array_agg(distinct '@' || l.postcode) as marks from located l group by l.enterprise
    ), own as (
        select distinct on (l.number) l.number, l.postcode from located l order by l.number, l.line
    ), told as (
        select e.number, e.enterprise,
            coalesce(own.postcode, case when e.number = e.enterprise then substr(place.marks[1], 2) end) as postcode,
            coalesce(case when e.number = e.enterprise then place.marks end,
                array_remove(array['@' || own.postcode], null)) as marks
        from entity e
        left join own on own.number = e.number
        left join place on place.enterprise = e.enterprise
    )
    update kbo.denomination d
    set enterprise_number = t.enterprise, postcode = t.postcode, marks = t.marks
    from told t
    where d.entity_number = t.number
      and (d.enterprise_number, d.postcode, d.marks) is distinct from (t.enterprise, t.postcode, t.marks);
end $$;
comment on function kbo.place_again is 'Tells names where their enterprise is, after an update';

-- First what goes, then what comes (cookbook 1.5.2), in the one transaction that read the update.
create function kbo.apply(registers text[]) returns table (register text, difference bigint)
    volatile security definer set search_path = '' set work_mem = '64MB' language plpgsql as $$
declare
    touched bigint[];
    key text;
    gone bigint;
    came bigint;
begin
    perform kbo.only_the_import();
    analyze kbo.gone_next, kbo.name_next;
    touched := array(
        select coalesce(s.enterprise_number, b.enterprise_number, g.number)
        from (select distinct x.number from kbo.gone_next x) g
        left join kbo.establishment s on s.number = g.number
        left join kbo.branch b on b.number = g.number);
    insert into kbo.code as c
        select distinct on (n.category, n.value, n.language) n.* from kbo.code_next n
        on conflict on constraint code_pkey do update set words = excluded.words where c.words is distinct from excluded.words;
    delete from kbo.code c where not exists (
        select from kbo.code_next n
        where n.category = c.category and n.value = c.value and n.language = c.language);
    foreach register in array registers loop
        key := case when register in ('enterprise', 'establishment', 'branch') then 'number' else 'entity_number' end;
        execute format(
            'delete from kbo.%1$I t using kbo.gone_next g where g.register = %1$L and t.%2$I = g.number', register, key);
        get diagnostics gone = row_count;
        if register = 'denomination' then
            insert into kbo.denomination
                (entity_number, line, language, type, name, folded, joined, enterprise_number)
            select n.entity_number, n.line, n.language, n.type, n.name, n.folded, n.joined,
                coalesce(s.enterprise_number, b.enterprise_number, n.entity_number)
            from kbo.name_next n
            left join kbo.establishment s on s.number = n.entity_number
            left join kbo.branch b on b.number = n.entity_number;
        else
            execute format('insert into kbo.%I select * from kbo.%I', register, register || '_next');
        end if;
        get diagnostics came = row_count;
        difference := came - gone;
        return next;
    end loop;
    touched := array(
        select t.number from unnest(touched) as t (number)
        union select s.enterprise_number from kbo.establishment_next s
        union select coalesce(s.enterprise_number, b.enterprise_number, n.number)
        from (select a.entity_number as number from kbo.address_next a
              union select d.entity_number from kbo.name_next d) n
        left join kbo.establishment s on s.number = n.number
        left join kbo.branch b on b.number = n.number);
    perform kbo.place_again(touched);
    insert into kbo.word as w (word, names)
        select x.word, count(*) from kbo.name_next n, unnest(string_to_array(n.folded, ' ') || string_to_array(n.joined, ' ')) as x (word)
        group by x.word
        on conflict on constraint word_pkey do update set names = w.names + excluded.names;
    perform kbo.clear();
end $$;
comment on function kbo.apply is 'Takes an update into the live register: first what goes, then what comes';

do $$
declare
    reviewed regprocedure;
begin
    for reviewed in select p.oid from pg_proc p where p.pronamespace = 'kbo'::regnamespace loop
        execute format('revoke all on function %s from public', reviewed);
        execute format('grant execute on function %s to ${app}', reviewed);
    end loop;
end $$;
