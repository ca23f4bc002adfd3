-- The indexes by which things are found are made again while people work: see ./onthaal search.
grant maintain on search.entry, search.word to ${app};

-- What a rebuild that was broken off leaves behind is an index that nothing reads and every change writes.
create function search.drop_unfinished() returns int
    volatile security definer set search_path = '' language plpgsql as $$
declare
    unfinished text;
    dropped int := 0;
begin
    for unfinished in
        select c.oid::regclass::text from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indexrelid
        where not x.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
          and pg_catalog.has_table_privilege('${app}', x.indrelid, 'MAINTAIN')
    loop
        execute 'drop index ' || unfinished;
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
comment on function search.drop_unfinished is 'Drops what a broken rebuild of the search indexes left';
revoke all on function search.drop_unfinished from public;
grant execute on function search.drop_unfinished to ${app};
