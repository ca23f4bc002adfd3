// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.SAVED_VIEW;

import be.onthaal.access.Callers;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views that employees keep of their lists. */
@Service
class SavedViews {

    static final int LONGEST_NAME = 60;
    private static final int MOST = 20;
    private static final Pattern QUERY = Pattern.compile("[a-zA-Z0-9=&_-]{0,300}");

    private final DSLContext sql;
    private final Clock clock;

    SavedViews(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The own views of a list, oldest first. */
    Part<List<SavedView>> of(String list) {
        return Part.all(
                sql.selectFrom(SAVED_VIEW)
                        .where(SAVED_VIEW.AUTHORITY_ID.eq(authority()))
                        .and(SAVED_VIEW.ACCOUNT_ID.eq(Callers.current().actor()))
                        .and(SAVED_VIEW.LIST.eq(list))
                        .orderBy(SAVED_VIEW.MADE_AT, SAVED_VIEW.ID)
                        .limit(MOST),
                row -> new SavedView(row.getId(), row.getName(), row.getQuery()));
    }

    /** Keeps a view; the same name again replaces it. */
    @Transactional
    void keep(String list, String name, String query) {
        if (!QUERY.matcher(query).matches()) {
            throw new Refused("desk.view-query");
        }
        sql.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.AUTHORITY_ID, authority())
                .set(SAVED_VIEW.ID, Ids.next())
                .set(SAVED_VIEW.ACCOUNT_ID, Callers.current().actor())
                .set(SAVED_VIEW.LIST, list)
                .set(SAVED_VIEW.NAME, name)
                .set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.MADE_AT, clock.instant())
                .onConflict(
                        SAVED_VIEW.AUTHORITY_ID,
                        SAVED_VIEW.ACCOUNT_ID,
                        SAVED_VIEW.LIST,
                        SAVED_VIEW.NAME)
                .doUpdate()
                .set(SAVED_VIEW.QUERY, query)
                .execute();
    }

    @Transactional
    void remove(UUID id) {
        sql.deleteFrom(SAVED_VIEW)
                .where(SAVED_VIEW.AUTHORITY_ID.eq(authority()))
                .and(SAVED_VIEW.ACCOUNT_ID.eq(Callers.current().actor()))
                .and(SAVED_VIEW.ID.eq(id))
                .execute();
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
