// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import static be.onthaal.contact.internal.db.Tables.DESTROY_OF_CASE;
import static be.onthaal.contact.internal.db.Tables.MOMENT;
import static be.onthaal.contact.internal.db.Tables.QUESTION;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Kept;
import be.onthaal.contact.internal.db.tables.records.QuestionRecord;
import be.onthaal.database.KeptRows;
import be.onthaal.search.Search;
import be.onthaal.timeline.Timeline;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contacts that led to a case, for who keeps the archive. */
@Service
public class ContactRecords {

    private final DSLContext sql;
    private final Timeline timeline;
    private final Search search;

    ContactRecords(DSLContext sql, Timeline timeline, Search search) {
        this.sql = sql;
        this.timeline = timeline;
        this.search = search;
    }

    /** What is kept of them, for the record. */
    @Transactional(readOnly = true)
    public Kept kept(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        Result<QuestionRecord> questions =
                sql.selectFrom(QUESTION)
                        .where(QUESTION.AUTHORITY_ID.eq(authority()))
                        .and(QUESTION.CASE_ID.eq(id.value()))
                        .orderBy(QUESTION.ID)
                        .fetch();
        return KeptRows.of("question", questions)
                .and(
                        "contact",
                        sql.selectFrom(MOMENT)
                                .where(MOMENT.AUTHORITY_ID.eq(authority()))
                                .and(MOMENT.ID.in(questions.getValues(QUESTION.CONTACT_ID)))
                                .orderBy(MOMENT.ID)
                                .fetch())
                .kept();
    }

    /**
     * Removes the contacts that led to nothing else; of another one the question that led to this
     * case is emptied, and the contact stays.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        List<UUID> gone =
                sql.select(DSL.field(DSL.name("destroy_of_case"), UUID.class))
                        .from(DESTROY_OF_CASE.call(id.value()))
                        .fetch(row -> row.value1());
        gone.forEach(contact -> {
            timeline.forget(contact);
            search.remove("CONTACT", contact);
        });
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
