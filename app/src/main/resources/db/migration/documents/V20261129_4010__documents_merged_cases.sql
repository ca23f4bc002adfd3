-- A case that was merged into another is worked on in that: its documents are as they were only when that one closes.
create or replace function documents.in_closed_case(of_document uuid) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform 1 from cases.case_file c
    where c.authority_id = access.authority()
      and c.id in (select l.case_id from documents.link l
                   where l.authority_id = access.authority() and l.document_id = of_document
                   union all
                   select m.head_id from documents.link l
                   join cases.merging m on m.authority_id = l.authority_id and m.gone_id = l.case_id
                   where l.authority_id = access.authority() and l.document_id = of_document
                     and m.undone_at is null)
    order by c.id for share;
    return exists (select 1 from documents.link l
                   join cases.case_file c on c.authority_id = l.authority_id and c.id = l.case_id
                   left join cases.merging m on m.authority_id = c.authority_id and m.gone_id = c.id
                       and m.undone_at is null
                   left join cases.case_file h on h.authority_id = m.authority_id and h.id = m.head_id
                   where l.authority_id = access.authority() and l.document_id = of_document
                     and coalesce(h.status, c.status) = 'CLOSED');
end $$;
