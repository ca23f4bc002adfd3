// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.access.Callers;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Nothing is destroyed while a hold is being placed: whoever destroys sees every hold that was
 * placed before, and whoever places one sees what is gone already.
 */
@Component
public class Gate {

    private static final int RECORDS = 0x5265636f;

    private final DSLContext sql;

    Gate(DSLContext sql) {
        this.sql = sql;
    }

    /** Until the end of this transaction nothing of the authority is destroyed. */
    public void placing() {
        take("pg_advisory_xact_lock");
    }

    /** Until the end of this transaction no hold of the authority is placed. */
    public void destroying() {
        take("pg_advisory_xact_lock_shared");
    }

    private void take(String lock) {
        int authority = Callers.current().authority().value().hashCode();
        sql.select(DSL.function(lock, String.class, DSL.val(RECORDS), DSL.val(authority))).fetch();
    }
}
