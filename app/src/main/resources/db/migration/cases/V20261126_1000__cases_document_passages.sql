-- The text of a document is found with each case that holds it, unless it is more confidential than that case.
alter table cases.passage drop constraint passage_kind_check;
alter table cases.passage add constraint passage_kind_check
    check (kind in ('CASE', 'NOTE', 'MAIL', 'LETTER', 'DOCUMENT'));

create function cases.put_document_passage(of_case uuid, passage uuid, body text, moment timestamptz, level int)
    returns void volatile security definer set search_path = '' language plpgsql as $$
begin
    if exists (select 1 from cases.case_file c
               where c.authority_id = access.authority() and c.id = of_case and c.confidentiality >= level) then
        perform cases.put_passage(of_case, passage, 'DOCUMENT', body, moment);
    else
        perform cases.drop_passage(passage);
    end if;
end $$;
comment on function cases.put_document_passage is
    'Makes a document found with a case, or no longer found where it became too confidential for that';
revoke all on function cases.put_document_passage from public;
grant execute on function cases.put_document_passage to ${app};

create function cases.drop_passage(passage uuid) returns void
    volatile security definer set search_path = '' language sql
begin atomic
    delete from cases.passage p
    where p.authority_id = access.authority() and p.id = passage and p.kind = 'DOCUMENT'
      and access.kind() in ('EMPLOYEE', 'MACHINE', 'SERVICE');
end;
comment on function cases.drop_passage is 'A document is no longer found with a case';
revoke all on function cases.drop_passage from public;
grant execute on function cases.drop_passage to ${app};
