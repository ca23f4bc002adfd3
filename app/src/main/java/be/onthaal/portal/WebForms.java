// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal;

import static be.onthaal.portal.internal.db.Tables.SUBMISSION;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.Count;
import be.onthaal.common.NotFound;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.portal.internal.db.tables.records.SubmissionRecord;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What citizens sent and nobody could take in: for the people of the unit that would have got it.
 */
@Service
public class WebForms {

    private static final String FAILED = "FAILED";

    private final DSLContext sql;
    private final Audit audit;

    WebForms(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Those that wait for a person, oldest first: a part of a page. */
    public Part<Page<WebForm>> partOfSetAside(PageRequest page) {
        Callers.require(Permission.POST_VIEW);
        return Part.all(
                        sql.selectFrom(SUBMISSION)
                                .where(setAside())
                                .orderBy(SUBMISSION.RECEIVED_AT, SUBMISSION.ID)
                                .limit(page.size())
                                .offset(page.offset()),
                        WebForms::read)
                .with(
                        countSetAside(),
                        (forms, total) -> Page.of(page, forms, Count.exactly(total)));
    }

    /** How many those are: a part of a page. */
    public Part<Long> countSetAside() {
        Callers.require(Permission.POST_VIEW);
        return Part.count(sql.selectOne().from(SUBMISSION).where(setAside()));
    }

    /** The form as it was sent, with the consultation logged in the same commit. */
    @Transactional
    public WebForm original(UUID id) {
        Callers.require(Permission.POST_VIEW);
        WebForm form =
                sql.selectFrom(SUBMISSION)
                        .where(setAside())
                        .and(SUBMISSION.ID.eq(id))
                        .fetchOptional(WebForms::read)
                        .orElseThrow(() -> new NotFound("portal.form"));
        audit.consulted(event("portal.original-opened", id));
        return form;
    }

    /** Lets it be taken in again, as after what stood in the way was put right. */
    @Transactional
    public void tryAgain(UUID id) {
        Callers.require(Permission.POST_HANDLE);
        SubmissionRecord row =
                sql.selectFrom(SUBMISSION)
                        .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                        .and(SUBMISSION.ID.eq(id))
                        .and(inScope())
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new NotFound("portal.form"));
        if (!row.getState().equals(FAILED)) {
            throw new Conflict("portal.not-failed");
        }
        sql.update(SUBMISSION)
                .set(SUBMISSION.STATE, "RECEIVED")
                .set(SUBMISSION.ATTEMPTS, 0)
                .set(SUBMISSION.PROBLEM, (String) null)
                .where(SUBMISSION.AUTHORITY_ID.eq(authority()))
                .and(SUBMISSION.ID.eq(id))
                .execute();
        audit.record(event("portal.tried-again", id));
    }

    /** The state is written out, so that a prepared statement keeps the index of what waits. */
    private static Condition setAside() {
        return SUBMISSION
                .AUTHORITY_ID
                .eq(authority())
                .and(SUBMISSION.STATE.ne(DSL.inline("TAKEN")))
                .and(SUBMISSION.STATE.eq(FAILED))
                .and(inScope());
    }

    /** Of the own units and of none, or of all for whoever spreads the work. */
    private static Condition inScope() {
        Caller caller = Callers.current();
        return caller.coordinatesAll()
                ? DSL.noCondition()
                : SUBMISSION
                        .UNIT_ID
                        .in(caller.rights().units().stream().map(UnitId::value).toList())
                        .or(SUBMISSION.UNIT_ID.isNull());
    }

    private static AuditEvent event(String action, UUID id) {
        return AuditEvent.of(action, AuditEvent.Subject.of("SUBMISSION", id));
    }

    private static WebForm read(SubmissionRecord row) {
        return new WebForm(
                row.getId(),
                row.getReceivedAt(),
                new WebForm.Sender(row.getName(), row.getEmail(), row.getPhone()),
                row.getSubject(),
                row.getText(),
                Optional.ofNullable(row.getProblem()).orElse(""),
                Optional.ofNullable(row.getUnitId()).map(UnitId::new));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
