// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.OWN_FILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps which customer an employee is. */
@Component
class OwnFileRows {

    private final DSLContext sql;
    private final Clock clock;

    OwnFileRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void link(UUID employee, PartyId party) {
        Caller caller = Callers.current();
        sql.insertInto(OWN_FILE)
                .set(OWN_FILE.AUTHORITY_ID, caller.authority().value())
                .set(OWN_FILE.EMPLOYEE_ID, employee)
                .set(OWN_FILE.GROUP_ID, caller.group().value())
                .set(OWN_FILE.PARTY_ID, party.value())
                .set(OWN_FILE.LINKED_NAME, caller.name())
                .set(OWN_FILE.LINKED_AT, clock.instant())
                .onConflict(OWN_FILE.AUTHORITY_ID, OWN_FILE.EMPLOYEE_ID)
                .doUpdate()
                .set(OWN_FILE.PARTY_ID, party.value())
                .set(OWN_FILE.LINKED_NAME, caller.name())
                .set(OWN_FILE.LINKED_AT, clock.instant())
                .setNull(OWN_FILE.REPORTED_ON)
                .execute();
    }

    /** Whether there was a link. */
    boolean unlink(UUID employee) {
        return sql.deleteFrom(OWN_FILE).where(of(employee)).execute() == 1;
    }

    Optional<OwnFileLink> find(UUID employee) {
        return sql.selectFrom(OWN_FILE)
                .where(of(employee))
                .fetchOptional(row -> new OwnFileLink(row.getLinkedName(), row.getLinkedAt()));
    }

    /** True for the first time on a day. */
    boolean report(UUID employee, LocalDate today) {
        return sql.update(OWN_FILE)
                        .set(OWN_FILE.REPORTED_ON, today)
                        .where(of(employee))
                        .and(OWN_FILE.REPORTED_ON.isDistinctFrom(today))
                        .execute()
                == 1;
    }

    private static Condition of(UUID employee) {
        return OWN_FILE.AUTHORITY_ID
                .eq(Callers.current().authority().value())
                .and(OWN_FILE.EMPLOYEE_ID.eq(employee));
    }
}
