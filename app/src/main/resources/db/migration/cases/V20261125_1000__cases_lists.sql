-- Closed cases are many: those of one type are found without walking through all the others.
create index case_file_closed_of_type on cases.case_file (authority_id, type_code, closed_at)
    where status = 'CLOSED';
