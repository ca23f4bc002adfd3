-- A list of open cases is put in the order of subject or customer by the index, instead of by sorting all that is open.
create index case_file_open_subject on cases.case_file (authority_id, subject, id)
    where status <> 'CLOSED';
create index case_file_open_party_name on cases.case_file (authority_id, party_name, id)
    where status <> 'CLOSED';
