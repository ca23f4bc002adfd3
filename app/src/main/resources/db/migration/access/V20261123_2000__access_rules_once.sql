-- Who asks is the same for a whole statement: as scalar sub-selects the rules read it once, and not
-- again for every row they look at. Rules of later tables are written this way from the start.
create function access.once(rule text) returns text immutable language sql
    return regexp_replace(
        regexp_replace(
            rule,
            'access\.sees\((\w+), (\w+), (\w+)\)',
            '(\1 = access.authority() and (\2 <= access.clearance() or \3 = any (access.units()::uuid[])))',
            'g'),
        'access\.(authority|authority_group|public_authority|actor|kind|clearance|units)\(\)',
        '(select access.\1())',
        'g');

do $$
declare
    rule record;
    seen text;
    written text;
begin
    for rule in select p.schemaname, p.tablename, p.policyname, p.cmd, p.qual, p.with_check from pg_policies p
    loop
        seen := access.once(rule.qual);
        written := access.once(rule.with_check);
        execute format('alter policy %I on %I.%I', rule.policyname, rule.schemaname, rule.tablename)
            || coalesce(' using (' || seen || ')', '')
            || coalesce(' with check (' || written || ')', '');
    end loop;
end $$;

drop function access.once(text);
