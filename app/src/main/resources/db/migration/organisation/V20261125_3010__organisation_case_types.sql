-- Who administers an authority keeps its case types.
update organisation.role
set permissions = permissions || '{CASE_TYPES_MANAGE}'::text[]
where code = 'ADMINISTRATOR' and not 'CASE_TYPES_MANAGE' = any (permissions);
