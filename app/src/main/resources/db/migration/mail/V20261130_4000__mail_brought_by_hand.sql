-- A mail that a person brought to a case is kept and destroyed with that case, as one that found it by itself.
update mail.message m
set case_id = e.case_id
from post.entry e
where e.authority_id = m.authority_id and e.id = m.entry_id and e.case_id is not null
  and m.case_id is distinct from e.case_id and m.destroyed_at is null;
