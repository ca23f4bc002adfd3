// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.BROUGHT;

import be.onthaal.access.Callers;
import be.onthaal.moving.internal.reading.Sheet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Under which keys other systems knew what we have now, over all transfers of an authority. */
@Component
class Brought {

    private final DSLContext sql;

    Brought(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID transfer, Sheet sheet, String key, UUID ref) {
        sql.insertInto(BROUGHT)
                .set(BROUGHT.AUTHORITY_ID, authority())
                .set(BROUGHT.SHEET, sheet.name())
                .set(BROUGHT.KEY, key)
                .set(BROUGHT.REF, ref)
                .set(BROUGHT.TRANSFER_ID, transfer)
                .execute();
    }

    Optional<UUID> find(Sheet sheet, String key) {
        return sql.select(BROUGHT.REF)
                .from(BROUGHT)
                .where(BROUGHT.AUTHORITY_ID.eq(authority()))
                .and(BROUGHT.SHEET.eq(sheet.name()))
                .and(BROUGHT.KEY.eq(key))
                .fetchOptional(BROUGHT.REF);
    }

    /** Which of these keys name something here. */
    Set<String> known(Sheet sheet, Collection<String> keys) {
        return sql.select(BROUGHT.KEY)
                .from(BROUGHT)
                .where(BROUGHT.AUTHORITY_ID.eq(authority()))
                .and(BROUGHT.SHEET.eq(sheet.name()))
                .and(BROUGHT.KEY.in(keys))
                .fetchSet(BROUGHT.KEY);
    }

    void remove(Sheet sheet, UUID ref) {
        sql.deleteFrom(BROUGHT)
                .where(BROUGHT.AUTHORITY_ID.eq(authority()))
                .and(BROUGHT.SHEET.eq(sheet.name()))
                .and(BROUGHT.REF.eq(ref))
                .execute();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
