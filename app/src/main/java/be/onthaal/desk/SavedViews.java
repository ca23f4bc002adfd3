// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.SAVED_VIEW;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.desk.SavedView.Shared;
import be.onthaal.desk.internal.db.tables.records.SavedViewRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views that employees keep of their lists, and those that are shared with them. */
@Service
class SavedViews {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 40;
    private static final Pattern QUERY = Pattern.compile("[a-zA-Z0-9=&._%+*-]{0,2000}");

    private final DSLContext sql;
    private final Clock clock;

    SavedViews(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What is kept.
     *
     * @param unit the unit that it is shared with, if it is shared with one
     */
    record Kept(
            String name,
            String query,
            String words,
            String texts,
            Shared shared,
            Optional<UnitId> unit) {}

    /** The own views of a list and those shared with the caller, oldest first. */
    Part<List<SavedView>> of(String list) {
        return Part.all(
                sql.selectFrom(SAVED_VIEW)
                        .where(SAVED_VIEW.AUTHORITY_ID.eq(authority()))
                        .and(SAVED_VIEW.LIST.eq(list))
                        .orderBy(SAVED_VIEW.MADE_AT, SAVED_VIEW.ID)
                        .limit(MOST),
                SavedViews::read);
    }

    /** Keeps a view; the same name again replaces it. Sharing is for those who spread work. */
    @Transactional
    void keep(String list, Kept view) {
        if (!QUERY.matcher(view.query()).matches()) {
            throw new Refused("desk.view-query");
        }
        refuseSharing(view);
        sql.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.AUTHORITY_ID, authority())
                .set(SAVED_VIEW.ID, Ids.next())
                .set(SAVED_VIEW.ACCOUNT_ID, Callers.current().actor())
                .set(SAVED_VIEW.LIST, list)
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.QUERY, view.query())
                .set(SAVED_VIEW.WORDS, view.words())
                .set(SAVED_VIEW.TEXTS, view.texts())
                .set(SAVED_VIEW.SHARED, view.shared().name())
                .set(SAVED_VIEW.UNIT_ID, view.unit().map(UnitId::value).orElse(null))
                .set(SAVED_VIEW.MADE_AT, clock.instant())
                .onConflict(
                        SAVED_VIEW.AUTHORITY_ID,
                        SAVED_VIEW.ACCOUNT_ID,
                        SAVED_VIEW.LIST,
                        SAVED_VIEW.NAME)
                .doUpdate()
                .set(SAVED_VIEW.QUERY, view.query())
                .set(SAVED_VIEW.WORDS, view.words())
                .set(SAVED_VIEW.TEXTS, view.texts())
                .set(SAVED_VIEW.SHARED, view.shared().name())
                .set(SAVED_VIEW.UNIT_ID, view.unit().map(UnitId::value).orElse(null))
                .execute();
    }

    /** The view, if it is the caller's or shared with him. */
    @Transactional(readOnly = true)
    SavedView get(UUID id) {
        return sql.selectFrom(SAVED_VIEW)
                .where(is(id))
                .fetchOptional(SavedViews::read)
                .orElseThrow(() -> new NotFound("desk.view"));
    }

    @Transactional
    void remove(UUID id) {
        sql.deleteFrom(SAVED_VIEW)
                .where(is(id))
                .and(SAVED_VIEW.ACCOUNT_ID.eq(Callers.current().actor()))
                .execute();
    }

    private static void refuseSharing(Kept view) {
        Caller caller = Callers.current();
        boolean may =
                switch (view.shared()) {
                    case MINE -> true;
                    case ALL -> caller.may(Permission.COORDINATE);
                    case UNIT ->
                            caller.coordinates(
                                    view.unit().orElseThrow(() -> new Refused("desk.choose-unit")));
                };
        if (!may) {
            throw new Refused("access.permission", Permission.COORDINATE);
        }
        if (view.shared() != Shared.UNIT && view.unit().isPresent()) {
            throw new Refused("desk.view-query");
        }
    }

    private static Condition is(UUID id) {
        return SAVED_VIEW.AUTHORITY_ID.eq(authority()).and(SAVED_VIEW.ID.eq(id));
    }

    private static SavedView read(SavedViewRecord row) {
        return new SavedView(
                row.getId(),
                row.getName(),
                row.getQuery(),
                row.getWords(),
                row.getTexts(),
                Shared.valueOf(row.getShared()),
                row.getAccountId().equals(Callers.current().actor()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
