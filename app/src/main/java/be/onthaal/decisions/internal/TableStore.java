// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.decisions.internal;

import static be.onthaal.decisions.internal.db.Tables.DECISION_TABLE;

import be.onthaal.access.Callers;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.decisions.DecisionTable;
import be.onthaal.decisions.DecisionTable.About;
import be.onthaal.decisions.DecisionTable.Head;
import be.onthaal.decisions.DecisionTable.Made;
import be.onthaal.decisions.DecisionTable.State;
import be.onthaal.decisions.DecisionTable.Validity;
import be.onthaal.decisions.internal.db.tables.records.DecisionTableRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps the versions of decision tables in PostgreSQL. */
@Component
public class TableStore {

    private static final List<Field<?>> HEAD =
            Stream.of(DECISION_TABLE.fields())
                    .filter(field -> !field.equals(DECISION_TABLE.MODEL))
                    .filter(field -> !field.equals(DECISION_TABLE.EXAMPLES))
                    .toList();

    private final DSLContext sql;

    TableStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Every version of every table, by key, newest first. */
    public List<Head> heads() {
        return sql.select(HEAD)
                .from(DECISION_TABLE)
                .where(DECISION_TABLE.AUTHORITY_ID.eq(authority()))
                .orderBy(DECISION_TABLE.KEY, DECISION_TABLE.VERSION.desc())
                .fetch(TableStore::head);
    }

    public List<Head> versions(String key) {
        return sql.select(HEAD)
                .from(DECISION_TABLE)
                .where(ofKey(key))
                .orderBy(DECISION_TABLE.VERSION.desc())
                .fetch(TableStore::head);
    }

    /** The version that holds on a day. */
    public Optional<Head> holding(String key, LocalDate on) {
        return sql.select(HEAD)
                .from(DECISION_TABLE)
                .where(ofKey(key))
                .and(DECISION_TABLE.STATE.ne(State.DRAFT.name()))
                .and(DECISION_TABLE.VALID_FROM.le(on))
                .and(DECISION_TABLE.VALID_UNTIL.isNull().or(DECISION_TABLE.VALID_UNTIL.gt(on)))
                .fetchOptional(TableStore::head);
    }

    public DecisionTable get(UUID id) {
        return sql.selectFrom(DECISION_TABLE)
                .where(is(id))
                .fetchOptional(TableStore::read)
                .orElseThrow(() -> new NotFound("decisions.table"));
    }

    /** The versions of a key, which nobody else can publish before this transaction ends. */
    public void lock(String key) {
        sql.select(DECISION_TABLE.ID).from(DECISION_TABLE).where(ofKey(key)).forUpdate().fetch();
    }

    public int nextVersion(String key) {
        return 1
                + sql.select(DSL.coalesce(DSL.max(DECISION_TABLE.VERSION), 0))
                        .from(DECISION_TABLE)
                        .where(ofKey(key))
                        .fetchSingle(row -> row.value1());
    }

    public void insert(DecisionTable table) {
        Head head = table.head();
        sql.insertInto(DECISION_TABLE)
                .set(DECISION_TABLE.AUTHORITY_ID, authority())
                .set(DECISION_TABLE.ID, head.id())
                .set(DECISION_TABLE.KEY, head.key())
                .set(DECISION_TABLE.VERSION, head.version())
                .set(DECISION_TABLE.STATE, head.state().name())
                .set(DECISION_TABLE.NAME_NL, head.about().nl())
                .set(DECISION_TABLE.NAME_FR, head.about().fr())
                .set(DECISION_TABLE.NAME_EN, head.about().en())
                .set(DECISION_TABLE.LEGAL_BASIS, head.about().legalBasis())
                .set(DECISION_TABLE.MODEL, table.model())
                .set(DECISION_TABLE.EXAMPLES, JSONB.valueOf(ValueJson.examples(table.examples())))
                .set(DECISION_TABLE.MADE_AT, head.made().at())
                .set(DECISION_TABLE.MADE_BY, head.made().by())
                .execute();
    }

    /** Writes a draft, unless somebody else changed it since it was read. */
    public void change(DecisionTable table, int revision) {
        Head head = table.head();
        int changed =
                sql.update(DECISION_TABLE)
                        .set(DECISION_TABLE.NAME_NL, head.about().nl())
                        .set(DECISION_TABLE.NAME_FR, head.about().fr())
                        .set(DECISION_TABLE.NAME_EN, head.about().en())
                        .set(DECISION_TABLE.LEGAL_BASIS, head.about().legalBasis())
                        .set(DECISION_TABLE.MODEL, table.model())
                        .set(
                                DECISION_TABLE.EXAMPLES,
                                JSONB.valueOf(ValueJson.examples(table.examples())))
                        .set(DECISION_TABLE.MADE_AT, head.made().at())
                        .set(DECISION_TABLE.MADE_BY, head.made().by())
                        .set(DECISION_TABLE.REVISION, DECISION_TABLE.REVISION.plus(1))
                        .where(is(head.id()))
                        .and(DECISION_TABLE.STATE.eq(State.DRAFT.name()))
                        .and(DECISION_TABLE.REVISION.eq(revision))
                        .execute();
        if (changed == 0) {
            Head now = get(head.id()).head();
            throw new Conflict("decisions.changed", now.made().by(), now.made().at());
        }
    }

    public void publish(UUID id, Validity validity, Instant now, String by) {
        sql.update(DECISION_TABLE)
                .set(DECISION_TABLE.STATE, State.PUBLISHED.name())
                .set(DECISION_TABLE.VALID_FROM, validity.from().orElseThrow())
                .set(DECISION_TABLE.VALID_UNTIL, validity.until().orElse(null))
                .set(DECISION_TABLE.PUBLISHED_AT, now)
                .set(DECISION_TABLE.PUBLISHED_BY, by)
                .where(is(id))
                .and(DECISION_TABLE.STATE.eq(State.DRAFT.name()))
                .execute();
    }

    /** A version holds no longer from this day; it is retired when nothing follows it. */
    public void end(UUID id, LocalDate until, State state) {
        sql.update(DECISION_TABLE)
                .set(DECISION_TABLE.VALID_UNTIL, until)
                .set(DECISION_TABLE.STATE, state.name())
                .where(is(id))
                .execute();
    }

    /** A version holds until this day, or without end. */
    public void extend(UUID id, Optional<LocalDate> until) {
        sql.update(DECISION_TABLE)
                .set(DECISION_TABLE.VALID_UNTIL, until.orElse(null))
                .where(is(id))
                .execute();
    }

    public void drop(UUID id) {
        sql.deleteFrom(DECISION_TABLE)
                .where(is(id))
                .and(DECISION_TABLE.STATE.eq(State.DRAFT.name()))
                .execute();
    }

    private static Condition is(UUID id) {
        return DECISION_TABLE.AUTHORITY_ID.eq(authority()).and(DECISION_TABLE.ID.eq(id));
    }

    private static Condition ofKey(String key) {
        return DECISION_TABLE.AUTHORITY_ID.eq(authority()).and(DECISION_TABLE.KEY.eq(key));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static DecisionTable read(DecisionTableRecord row) {
        return new DecisionTable(
                head(row), row.getModel(), ValueJson.examples(row.getExamples().data()));
    }

    private static Head head(Record found) {
        DecisionTableRecord row = found.into(DECISION_TABLE);
        return new Head(
                row.getId(),
                row.getKey(),
                row.getVersion(),
                State.valueOf(row.getState()),
                new About(row.getNameNl(), row.getNameFr(), row.getNameEn(), row.getLegalBasis()),
                new Validity(
                        Optional.ofNullable(row.getValidFrom()),
                        Optional.ofNullable(row.getValidUntil())),
                new Made(
                        row.getMadeAt(),
                        row.getMadeBy(),
                        Optional.ofNullable(row.getPublishedAt()),
                        Optional.ofNullable(row.getPublishedBy()).orElse("")),
                row.getRevision());
    }
}
