// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.CaseId;
import be.onthaal.cases.spi.CaseHold;
import be.onthaal.records.internal.db.Routines;
import be.onthaal.records.spi.LegalHolds;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Answers for one case whether it is held, to whoever asks. */
@Component
class CaseHolds implements LegalHolds, CaseHold {

    private final DSLContext sql;
    private final Gate gate;

    CaseHolds(DSLContext sql, Gate gate) {
        this.sql = sql;
        this.gate = gate;
    }

    @Override
    public boolean isHeld(CaseId id) {
        return keeps(id);
    }

    @Override
    public boolean keeps(CaseId id) {
        gate.destroying();
        return Boolean.TRUE.equals(Routines.keeps(sql.configuration(), id.value()));
    }
}
