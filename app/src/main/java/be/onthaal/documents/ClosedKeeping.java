// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.cases.CaseClosed;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.Cases;
import be.onthaal.cases.model.DocumentKind;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Brussels;
import be.onthaal.documents.internal.db.Routines;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case closes, pieces of a sort with a term of its own get that (Bestuursdecreet 2018). */
@Component
class ClosedKeeping {

    private final DSLContext sql;
    private final Cases cases;
    private final CaseTypes types;
    private final CaseMerges merges;
    private final Clock clock;

    ClosedKeeping(DSLContext sql, Cases cases, CaseTypes types, CaseMerges merges, Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.types = types;
        this.merges = merges;
        this.clock = clock;
    }

    private void keep(CaseId id, DocumentKind kind, Retention rule, LocalDate today) {
        for (CaseId member : merges.members(id)) {
            Routines.keepKind(
                    sql.configuration(),
                    member.value(),
                    kind.code(),
                    rule.action().name(),
                    rule.until(today).orElse(null));
        }
    }

    @EventListener
    void on(CaseClosed event) {
        if (event.resultCode().equals(CaseMerges.MERGED)) {
            return;
        }
        var type = types.get(cases.get(event.id()).file().matter().typeId());
        LocalDate today = Brussels.today(clock);
        for (DocumentKind kind : type.definition().documents()) {
            kind.retention()
                    .filter(Retention::complete)
                    .ifPresent(rule -> keep(event.id(), kind, rule, today));
        }
    }
}
