// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.COUNTER;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.PublicNumber;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Gives case numbers without a gap: the row of the year stays locked until the case is committed.
 */
@Component
class CaseNumbers {

    static final String PREFIX = "Z";

    private final DSLContext sql;

    CaseNumbers(DSLContext sql) {
        this.sql = sql;
    }

    /** The next number of the year it is in Brussels. */
    PublicNumber next(Instant now) {
        int year = Brussels.date(now).getYear();
        int sequence =
                sql.insertInto(COUNTER)
                        .set(COUNTER.AUTHORITY_ID, Callers.current().authority().value())
                        .set(COUNTER.YEAR, year)
                        .set(COUNTER.LAST_NUMBER, 1)
                        .onConflict(COUNTER.AUTHORITY_ID, COUNTER.YEAR)
                        .doUpdate()
                        .set(COUNTER.LAST_NUMBER, COUNTER.LAST_NUMBER.plus(1))
                        .returning(COUNTER.LAST_NUMBER)
                        .fetchSingle(COUNTER.LAST_NUMBER);
        return new PublicNumber(PREFIX, year, sequence);
    }

    /** Takes back the number that was given last and has not been used. */
    void giveBack(PublicNumber number) {
        sql.update(COUNTER)
                .set(COUNTER.LAST_NUMBER, number.sequence() - 1)
                .where(COUNTER.AUTHORITY_ID.eq(Callers.current().authority().value()))
                .and(COUNTER.YEAR.eq(number.year()))
                .execute();
    }
}
