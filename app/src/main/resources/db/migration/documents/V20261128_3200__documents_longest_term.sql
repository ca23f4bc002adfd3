-- A document in two cases is kept by the rule that keeps it longest, whichever of them closes last.
create or replace function documents.keep_kind(of_case uuid, piece text, action text, until date) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    update documents.document d
    set keep_action = case
            when d.keep_action = 'KEEP' or d.keep_until > keep_kind.until then d.keep_action
            else keep_kind.action end,
        keep_until = case
            when d.keep_action = 'KEEP' or keep_kind.action = 'KEEP' then null
            else greatest(d.keep_until, keep_kind.until) end
    where d.authority_id = access.authority() and d.kind = piece
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE')
      and exists (select 1 from documents.link l
                  where l.authority_id = d.authority_id and l.document_id = d.id and l.case_id = of_case);
end;
