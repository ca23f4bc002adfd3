// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.cases.CaseMoved;
import be.onthaal.documents.internal.db.Routines;
import be.onthaal.organisation.UnitSucceeded;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A document goes along with its case, and one of no case with its unit. */
@Component
class DocumentsFollow {

    private final DSLContext sql;

    DocumentsFollow(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(CaseMoved event) {
        Routines.withCase(sql.configuration(), event.id().value(), event.unit().value());
    }

    @EventListener
    void on(UnitSucceeded event) {
        Routines.follow(sql.configuration(), event.closed().value(), event.successor().value());
    }
}
