-- Who administers keeps the decision tables too, also where the roles were made before.
update organisation.role
set permissions = permissions || '{DECISIONS_MANAGE}'::text[]
where code = 'ADMINISTRATOR' and not 'DECISIONS_MANAGE' = any (permissions);
