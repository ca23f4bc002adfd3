-- What a closed case holds is as it was when the case was decided, also for who does not see that case. The cases are
-- kept as they are until the change is done, so that none of them closes in between.
create function documents.in_closed_case(of_document uuid) returns boolean
    volatile security definer set search_path = '' language plpgsql as $$
begin
    perform 1 from cases.case_file c
    where c.authority_id = access.authority()
      and c.id in (select l.case_id from documents.link l
                   where l.authority_id = access.authority() and l.document_id = of_document)
    order by c.id for share;
    return exists (select 1 from documents.link l
                   join cases.case_file c on c.authority_id = l.authority_id and c.id = l.case_id
                   where l.authority_id = access.authority() and l.document_id = of_document and c.status = 'CLOSED');
end $$;
comment on function documents.in_closed_case is
    'Whether a case that holds a document is closed, those that the caller does not see included';
revoke all on function documents.in_closed_case from public;
grant execute on function documents.in_closed_case to ${app};

-- A kind may be confidential by itself, in the type of whichever case holds the document.
create function documents.types_of(of_document uuid) returns table (type_id uuid)
    stable security definer set search_path = '' language sql
begin atomic
    select distinct c.type_id from documents.link l
    join cases.case_file c on c.authority_id = l.authority_id and c.id = l.case_id
    where l.authority_id = access.authority() and l.document_id = of_document;
end;
comment on function documents.types_of is 'The types of all cases that hold a document, which say what its kind is';
revoke all on function documents.types_of from public;
grant execute on function documents.types_of to ${app};
