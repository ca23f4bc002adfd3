// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import static be.onthaal.records.internal.db.Tables.DESTRUCTION_LIST;

import be.onthaal.access.Callers;
import be.onthaal.common.NotFound;
import be.onthaal.records.DestructionList;
import be.onthaal.records.DestructionList.Signed;
import be.onthaal.records.DestructionList.State;
import be.onthaal.records.internal.db.tables.records.DestructionListRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps destruction lists. */
@Component
public class ListStore {

    private final DSLContext sql;

    ListStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The number of the next list of the authority; two that take it at once cannot both commit.
     */
    public int next() {
        return 1
                + sql.select(DSL.coalesce(DSL.max(DESTRUCTION_LIST.NUMBER), 0))
                        .from(DESTRUCTION_LIST)
                        .where(DESTRUCTION_LIST.AUTHORITY_ID.eq(authority()))
                        .fetchSingle(row -> row.value1());
    }

    public void insert(DestructionList list) {
        sql.insertInto(DESTRUCTION_LIST)
                .set(DESTRUCTION_LIST.AUTHORITY_ID, authority())
                .set(DESTRUCTION_LIST.ID, list.id())
                .set(DESTRUCTION_LIST.NUMBER, list.number())
                .set(DESTRUCTION_LIST.STATE, list.state().name())
                .set(DESTRUCTION_LIST.DUE_UNTIL, list.dueUntil())
                .set(DESTRUCTION_LIST.SAMPLE_PERCENT, list.sample().percent())
                .set(DESTRUCTION_LIST.SAMPLE_SEED, list.sample().seed())
                .set(DESTRUCTION_LIST.ITEMS, list.items())
                .set(DESTRUCTION_LIST.SNAPSHOT, list.snapshot())
                .set(DESTRUCTION_LIST.MADE_AT, list.made().at())
                .set(DESTRUCTION_LIST.MADE_BY, list.made().by())
                .set(DESTRUCTION_LIST.MADE_ACCOUNT, list.made().account())
                .execute();
    }

    public DestructionList get(UUID id) {
        return sql.selectFrom(DESTRUCTION_LIST)
                .where(is(id))
                .fetchOptional(ListStore::read)
                .orElseThrow(() -> new NotFound("records.list"));
    }

    /** The list, which nobody else can change before this transaction ends. */
    public DestructionList locked(UUID id) {
        return sql.selectFrom(DESTRUCTION_LIST)
                .where(is(id))
                .forUpdate()
                .fetchOptional(ListStore::read)
                .orElseThrow(() -> new NotFound("records.list"));
    }

    public List<DestructionList> list(int most) {
        return sql.selectFrom(DESTRUCTION_LIST)
                .where(DESTRUCTION_LIST.AUTHORITY_ID.eq(authority()))
                .orderBy(DESTRUCTION_LIST.NUMBER.desc())
                .limit(most)
                .fetch(ListStore::read);
    }

    /** Those that are to be carried out, in their order. */
    public List<DestructionList> approved() {
        return sql.selectFrom(DESTRUCTION_LIST)
                .where(DESTRUCTION_LIST.AUTHORITY_ID.eq(authority()))
                .and(DESTRUCTION_LIST.STATE.eq(State.APPROVED.name()))
                .orderBy(DESTRUCTION_LIST.NUMBER)
                .fetch(ListStore::read);
    }

    public void approve(UUID id, Signed signed) {
        sql.update(DESTRUCTION_LIST)
                .set(DESTRUCTION_LIST.STATE, State.APPROVED.name())
                .set(DESTRUCTION_LIST.APPROVED_AT, signed.at())
                .set(DESTRUCTION_LIST.APPROVED_BY, signed.by())
                .set(DESTRUCTION_LIST.APPROVED_ACCOUNT, signed.account())
                .where(is(id))
                .execute();
    }

    public void end(UUID id, State state, Instant now) {
        sql.update(DESTRUCTION_LIST)
                .set(DESTRUCTION_LIST.STATE, state.name())
                .set(DESTRUCTION_LIST.ENDED_AT, now)
                .where(is(id))
                .execute();
    }

    private static DestructionList read(DestructionListRecord row) {
        return new DestructionList(
                row.getId(),
                row.getNumber(),
                State.valueOf(row.getState()),
                row.getDueUntil(),
                new DestructionList.Sample(row.getSamplePercent(), row.getSampleSeed()),
                row.getItems(),
                row.getSnapshot(),
                new Signed(row.getMadeAt(), row.getMadeBy(), row.getMadeAccount()),
                Optional.ofNullable(row.getApprovedAt())
                        .map(at -> new Signed(at, row.getApprovedBy(), row.getApprovedAccount())),
                Optional.ofNullable(row.getEndedAt()));
    }

    private static Condition is(UUID id) {
        return DESTRUCTION_LIST.AUTHORITY_ID.eq(authority()).and(DESTRUCTION_LIST.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
