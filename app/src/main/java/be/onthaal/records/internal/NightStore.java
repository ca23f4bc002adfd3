// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static be.onthaal.records.internal.db.Tables.NIGHT;

import be.onthaal.access.Callers;
import be.onthaal.records.Night;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what each night found. */
@Component
public class NightStore {

    private final DSLContext sql;

    NightStore(DSLContext sql) {
        this.sql = sql;
    }

    public void write(Night night) {
        var row = sql.newRecord(NIGHT);
        row.setAuthorityId(Callers.current().authority().value());
        row.setOnDay(night.day());
        row.setUndated(night.undated());
        row.setWaiting(night.waiting());
        row.setHeld(night.held());
        row.setRecomputed(night.recomputed());
        row.setLookedAt(night.at());
        sql.insertInto(NIGHT)
                .set(row)
                .onConflict(NIGHT.AUTHORITY_ID, NIGHT.ON_DAY)
                .doUpdate()
                .set(row)
                .execute();
    }

    public Optional<Night> last() {
        return sql.selectFrom(NIGHT)
                .where(NIGHT.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .orderBy(NIGHT.ON_DAY.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Night(
                                row.getOnDay(),
                                row.getUndated(),
                                row.getWaiting(),
                                row.getHeld(),
                                row.getRecomputed(),
                                row.getLookedAt()));
    }
}
