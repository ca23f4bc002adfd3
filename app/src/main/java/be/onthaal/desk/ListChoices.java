// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static be.onthaal.desk.internal.db.Tables.LIST_CHOICE;

import be.onthaal.access.Callers;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.desk.internal.db.tables.records.ListChoiceRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How employees want their lists, kept on the server so that it goes with them. */
@Service
class ListChoices {

    private final DSLContext sql;

    ListChoices(DSLContext sql) {
        this.sql = sql;
    }

    /** What the caller chose for a list, or what is usual. */
    Part<ListChoice> of(String list) {
        return Part.one(
                        sql.selectFrom(LIST_CHOICE)
                                .where(LIST_CHOICE.AUTHORITY_ID.eq(authority()))
                                .and(LIST_CHOICE.ACCOUNT_ID.eq(Callers.current().actor()))
                                .and(LIST_CHOICE.LIST.eq(list)),
                        ListChoices::read)
                .then(found -> found.orElse(ListChoice.USUAL));
    }

    /** Keeps which columns a list has, in their own order, and how long its pages are. */
    @Transactional
    void look(String list, List<CaseColumn> columns, int size) {
        String names = columns.stream().map(Enum::name).collect(Collectors.joining(","));
        int rows = ListChoice.SIZES.contains(size) ? size : PageRequest.USUAL_SIZE;
        sql.insertInto(LIST_CHOICE)
                .set(LIST_CHOICE.AUTHORITY_ID, authority())
                .set(LIST_CHOICE.ACCOUNT_ID, Callers.current().actor())
                .set(LIST_CHOICE.LIST, list)
                .set(LIST_CHOICE.COLUMNS, names)
                .set(LIST_CHOICE.PAGE_SIZE, rows)
                .onConflict(key())
                .doUpdate()
                .set(LIST_CHOICE.COLUMNS, names)
                .set(LIST_CHOICE.PAGE_SIZE, rows)
                .execute();
    }

    /** Chooses the view that a list begins with, or none. */
    @Transactional
    void first(String list, Optional<UUID> view) {
        sql.insertInto(LIST_CHOICE)
                .set(LIST_CHOICE.AUTHORITY_ID, authority())
                .set(LIST_CHOICE.ACCOUNT_ID, Callers.current().actor())
                .set(LIST_CHOICE.LIST, list)
                .set(LIST_CHOICE.PAGE_SIZE, PageRequest.USUAL_SIZE)
                .set(LIST_CHOICE.DEFAULT_VIEW, view.orElse(null))
                .onConflict(key())
                .doUpdate()
                .set(LIST_CHOICE.DEFAULT_VIEW, view.orElse(null))
                .execute();
    }

    private static List<Field<?>> key() {
        return List.of(LIST_CHOICE.AUTHORITY_ID, LIST_CHOICE.ACCOUNT_ID, LIST_CHOICE.LIST);
    }

    private static ListChoice read(ListChoiceRecord row) {
        return new ListChoice(
                Optional.ofNullable(row.getColumns())
                        .map(names ->
                                Stream.of(names.split(","))
                                        .filter(name -> !name.isEmpty())
                                        .map(CaseColumn::valueOf)
                                        .toList()),
                row.getPageSize(),
                Optional.ofNullable(row.getDefaultView()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
