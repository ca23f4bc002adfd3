-- Who administers has programs elsewhere told; who coordinates looks through what is proposed for destruction; and
-- there is somebody who keeps the archive, also where the roles were made before.
update organisation.role
set permissions = permissions || '{WEBHOOKS_MANAGE}'::text[]
where code = 'ADMINISTRATOR' and not 'WEBHOOKS_MANAGE' = any (permissions);
update organisation.role
set permissions = permissions || '{RECORDS_REVIEW}'::text[]
where code = 'COORDINATOR' and not 'RECORDS_REVIEW' = any (permissions);
insert into organisation.role (authority_id, code, name, permissions, clearance)
select r.authority_id, 'ARCHIVIST', 'Archivaris', '{DESK,RECORDS_REVIEW,RECORDS_MANAGE}'::text[], 3
from organisation.role r
where r.code = 'ADMINISTRATOR'
on conflict do nothing;
