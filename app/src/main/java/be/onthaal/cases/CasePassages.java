// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.internal.db.Routines;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was said in a case and is kept by another module, found with the case. The description and
 * the notes of a case are found without it.
 */
@Service
public class CasePassages {

    private final DSLContext sql;

    CasePassages(DSLContext sql) {
        this.sql = sql;
    }

    /** Where a text comes from. */
    public enum Kind {
        /** The question with which the case was opened. */
        CASE,
        /** What a colleague wrote down. */
        NOTE,
        /** What the customer wrote. */
        MAIL,
        /** What the authority answered. */
        LETTER,
        /** The text of a document; written by the migration of module documents. */
        DOCUMENT,
        /** What was filled in, in the searchable fields of text; written with the fields. */
        FIELD
    }

    /** Makes a text of a case found, in the commit that brings it there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseId id, UUID passage, Kind kind, String text, Instant at) {
        Callers.require(Permission.CASE_HANDLE);
        Routines.putPassage(
                sql.configuration(),
                id.value(),
                passage,
                kind.name(),
                text.replace('\u0000', ' '),
                at);
    }
}
