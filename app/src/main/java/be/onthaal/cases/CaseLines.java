// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.database.Part;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases that another module names, as lines of a list; those that the caller may see. */
@Service
public class CaseLines {

    private final DSLContext sql;
    private final CaseStore cases;

    CaseLines(DSLContext sql, CaseStore cases) {
        this.sql = sql;
        this.cases = cases;
    }

    /** A case that something is added to, which nobody closes before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFile held(CaseId id) {
        Callers.require(Permission.CASE_VIEW);
        return cases.held(id);
    }

    /** The cases among these that the caller may see, the newest first, as a part of a page. */
    public Part<List<CaseLine>> partOf(Collection<CaseId> named) {
        Callers.require(Permission.CASE_VIEW);
        List<UUID> ids = named.stream().map(CaseId::value).toList();
        return Part.all(
                sql.select(CaseRows.LINE)
                        .from(CASE_FILE)
                        .where(CASE_FILE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                        .and(CASE_FILE.ID.in(ids))
                        .orderBy(CASE_FILE.ID.desc()),
                CaseRows::line);
    }

    /** The same, at once. */
    @Transactional(readOnly = true)
    public List<CaseLine> of(Collection<CaseId> named) {
        Callers.require(Permission.CASE_VIEW);
        return sql.select(CaseRows.LINE)
                .from(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(CASE_FILE.ID.in(named.stream().map(CaseId::value).toList()))
                .orderBy(CASE_FILE.ID.desc())
                .fetch(CaseRows::line);
    }
}
