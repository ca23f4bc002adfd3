-- What is told of a thing is read by the people it was entrusted to.
alter policy line_seen on timeline.line
    using (authority_id = (select access.authority())
        and (confidentiality <= (select access.clearance()) or unit_id = any ((select access.units())::uuid[])
            or subject_id = any ((select access.things())::uuid[]) or (select access.kind()) = 'SERVICE'));
