-- Who talks with customers or handles their cases may consult the registers; social data is for social workers.
update organisation.role
set permissions = permissions || '{REGISTER_CONSULT}'::text[]
where code in ('FIRST_LINE', 'CASE_HANDLER', 'COORDINATOR') and not 'REGISTER_CONSULT' = any (permissions);

insert into organisation.role (authority_id, code, name, permissions, clearance)
select r.authority_id, 'SOCIAL_WORKER', 'Maatschappelijk werker', r.permissions || '{SOCIAL_CONSULT}'::text[], r.clearance
from organisation.role r
join access.authority a on a.id = r.authority_id
where r.code = 'CASE_HANDLER' and a.kind = 'OCMW'
on conflict do nothing;
