-- Whoever handles cases can open one in an emergency, which is told to those who watch over the log.
update organisation.role
set permissions = permissions || '{CASE_EMERGENCY}'::text[]
where code in ('CASE_HANDLER', 'SOCIAL_WORKER', 'COORDINATOR') and not 'CASE_EMERGENCY' = any (permissions);
