// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;
import static be.onthaal.documents.internal.db.Tables.LINK;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseLines;
import be.onthaal.cases.CaseMerges;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which cases a document is; of the others its reader sees no trace. What was merged into a case
 * is read with it.
 */
@Service
public class DocumentLinks {

    private static final int MOST = 200;

    private final DSLContext sql;
    private final DocumentStore documents;
    private final DocumentGuard guard;
    private final DocumentTrail trail;
    private final CaseLines cases;
    private final CaseMerges merges;

    DocumentLinks(
            DSLContext sql,
            DocumentStore documents,
            DocumentGuard guard,
            DocumentTrail trail,
            CaseLines cases,
            CaseMerges merges) {
        this.sql = sql;
        this.documents = documents;
        this.guard = guard;
        this.trail = trail;
        this.cases = cases;
        this.merges = merges;
    }

    /** The documents of cases that the caller may see, the newest day first: a part of a page. */
    public Part<List<DocumentLine>> partOf(Collection<CaseId> ids, int most) {
        Callers.require(Permission.CASE_VIEW);
        return Part.all(
                documents
                        .lines()
                        .and(isIn(ids))
                        .orderBy(DOCUMENT.DATED.desc(), DOCUMENT.ID.desc())
                        .limit(most),
                DocumentRows::line);
    }

    /** How many of them there are: a part of a page. */
    public Part<Long> count(Collection<CaseId> ids) {
        Callers.require(Permission.CASE_VIEW);
        return Part.count(
                sql.select(DOCUMENT.ID)
                        .from(DOCUMENT)
                        .where(DOCUMENT.AUTHORITY_ID.eq(DocumentStore.authority()))
                        .and(isIn(ids)));
    }

    /** A page of them, with those of what was merged into the case. */
    @Transactional(readOnly = true)
    public Page<DocumentLine> list(CaseId id, PageRequest page) {
        Callers.require(Permission.CASE_VIEW);
        List<CaseId> ids = merges.members(id);
        List<DocumentLine> lines =
                documents
                        .lines()
                        .and(isIn(ids))
                        .orderBy(DOCUMENT.DATED.desc(), DOCUMENT.ID.desc())
                        .limit(page.size())
                        .offset(page.offset())
                        .fetch(DocumentRows::line);
        int all =
                sql.fetchCount(
                        DOCUMENT,
                        DOCUMENT.AUTHORITY_ID.eq(DocumentStore.authority()).and(isIn(ids)));
        return Page.of(page, lines, be.onthaal.common.Count.exactly(all));
    }

    /** Those of these that the case holds and the caller may see, or all; one too many at most. */
    @Transactional(readOnly = true)
    public List<DocumentLine> chosen(CaseId id, Collection<UUID> wanted, int most) {
        Callers.require(Permission.CASE_VIEW);
        Condition among = wanted.isEmpty() ? DSL.noCondition() : DOCUMENT.ID.in(wanted);
        return documents
                .lines()
                .and(isIn(merges.members(id)))
                .and(among)
                .orderBy(DOCUMENT.DATED.desc(), DOCUMENT.ID.desc())
                .limit(most + 1)
                .fetch(DocumentRows::line);
    }

    /** The cases of a document that the caller may see. */
    @Transactional(readOnly = true)
    public List<CaseLine> casesOf(DocumentId id) {
        return cases.of(documents.casesOf(id));
    }

    /** The annexes of a document that the caller may see. */
    @Transactional(readOnly = true)
    public List<DocumentLine> annexesOf(DocumentId id) {
        Callers.require(Permission.CASE_VIEW);
        return documents
                .lines()
                .and(DOCUMENT.ANNEX_OF.eq(id.value()))
                .orderBy(DOCUMENT.DATED, DOCUMENT.ID)
                .limit(MOST)
                .fetch(DocumentRows::line);
    }

    /** Another case holds it too; whoever sees that case sees it. */
    @Transactional
    public void link(DocumentId id, CaseId to) {
        DocumentLine line = guard.handled(id);
        CaseFile file = guard.held(to);
        if (line.document().progress().cases() >= MOST) {
            throw new Refused("documents.cases-many", MOST);
        }
        documents.link(id, to);
        trail.step(
                documents.get(id).document(),
                "documents.linked",
                Map.of("number", file.number().display()));
    }

    /** A case holds it no more; in no case it belongs to its unit. */
    @Transactional
    public void unlink(DocumentId id, CaseId from) {
        DocumentLine line = guard.handled(id);
        CaseFile file = guard.held(from);
        guard.refuseHeld(from);
        if (line.document().progress().cases() == 1) {
            DocumentGuard.refuseBeyond(
                    line.document().placement().confidentiality(),
                    line.document().placement().unit());
        }
        trail.step(
                line.document(), "documents.unlinked", Map.of("number", file.number().display()));
        if (!documents.unlink(id, from)) {
            throw new NotFound("documents.link");
        }
    }

    private static Condition isIn(Collection<CaseId> ids) {
        return DOCUMENT.ID.in(
                DSL.select(LINK.DOCUMENT_ID)
                        .from(LINK)
                        .where(LINK.AUTHORITY_ID.eq(DocumentStore.authority()))
                        .and(LINK.CASE_ID.in(ids.stream().map(CaseId::value).toList())));
    }
}
