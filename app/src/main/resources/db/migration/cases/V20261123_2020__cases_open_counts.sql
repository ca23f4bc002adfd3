-- The counts of open cases on many pages are read from this index alone.
drop index cases.case_file_open_due;
create index case_file_open_due on cases.case_file (authority_id, due_on, id)
    include (handler_id, unit_id, confidentiality)
    where status <> 'CLOSED';
