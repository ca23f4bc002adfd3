// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import static be.onthaal.moving.internal.db.Tables.TRANSFER;

import be.onthaal.access.Callers;
import be.onthaal.common.Message;
import be.onthaal.common.NotFound;
import be.onthaal.database.Json;
import be.onthaal.moving.internal.db.tables.records.TransferRecord;
import be.onthaal.moving.internal.reading.Unpacking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps transfers in PostgreSQL. */
@Component
class TransferStore {

    private static final List<String> AT_WORK =
            Stream.of(Transfer.State.values())
                    .filter(Transfer.State::atWork)
                    .map(Enum::name)
                    .toList();

    private final DSLContext sql;

    TransferStore(DSLContext sql) {
        this.sql = sql;
    }

    int nextNumber() {
        return 1
                + sql.select(DSL.coalesce(DSL.max(TRANSFER.NUMBER), 0))
                        .from(TRANSFER)
                        .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                        .fetchSingle(row -> row.value1());
    }

    void insert(Transfer transfer) {
        sql.insertInto(TRANSFER)
                .set(TRANSFER.AUTHORITY_ID, authority())
                .set(TRANSFER.ID, transfer.id())
                .set(TRANSFER.NUMBER, transfer.number())
                .set(TRANSFER.ASKED_BY, transfer.asked().by())
                .set(TRANSFER.ASKED_NAME, transfer.asked().name())
                .set(TRANSFER.MAY_HIRE, transfer.asked().mayHire())
                .set(TRANSFER.STATE, transfer.state().name())
                .set(TRANSFER.FILES, Json.of(transfer.files()))
                .set(TRANSFER.MADE_AT, transfer.times().made())
                .execute();
    }

    void update(Transfer transfer) {
        sql.update(TRANSFER)
                .set(TRANSFER.STATE, transfer.state().name())
                .set(TRANSFER.MAY_HIRE, transfer.asked().mayHire())
                .set(TRANSFER.PROBLEM, transfer.problem().map(Json::of).orElse(null))
                .set(TRANSFER.TOTAL, transfer.progress().total())
                .set(TRANSFER.DONE, transfer.progress().done())
                .set(TRANSFER.STARTED_AT, transfer.times().started().orElse(null))
                .set(TRANSFER.FINISHED_AT, transfer.times().finished().orElse(null))
                .where(is(transfer.id()))
                .execute();
    }

    Transfer get(UUID id) {
        return sql.selectFrom(TRANSFER)
                .where(is(id))
                .fetchOptional(TransferStore::read)
                .orElseThrow(() -> new NotFound("moving.transfer"));
    }

    Transfer locked(UUID id) {
        return sql.selectFrom(TRANSFER)
                .where(is(id))
                .forUpdate()
                .fetchOptional(TransferStore::read)
                .orElseThrow(() -> new NotFound("moving.transfer"));
    }

    /** The transfer at work, unless another process has a batch of it in hand. */
    Optional<Transfer> lockedAtWork() {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                .and(TRANSFER.STATE.in(AT_WORK))
                .forUpdate()
                .skipLocked()
                .fetchOptional(TransferStore::read);
    }

    Optional<Transfer> atWork() {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                .and(TRANSFER.STATE.in(AT_WORK))
                .fetchOptional(TransferStore::read);
    }

    /** Trials that nobody decided about since this moment. */
    List<Transfer> forgotten(Instant since) {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                .and(TRANSFER.STATE.eq(Transfer.State.CHECKED.name()))
                .and(TRANSFER.MADE_AT.lt(since))
                .forUpdate()
                .fetch(TransferStore::read);
    }

    /** Transfers that ended before this moment. */
    List<UUID> endedBefore(Instant moment) {
        return sql.select(TRANSFER.ID)
                .from(TRANSFER)
                .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                .and(TRANSFER.FINISHED_AT.lt(moment))
                .fetch(TRANSFER.ID);
    }

    List<Transfer> list(int most) {
        return sql.selectFrom(TRANSFER)
                .where(TRANSFER.AUTHORITY_ID.eq(authority()))
                .orderBy(TRANSFER.NUMBER.desc())
                .limit(most)
                .fetch(TransferStore::read);
    }

    private static Condition is(UUID id) {
        return TRANSFER.AUTHORITY_ID.eq(authority()).and(TRANSFER.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }

    private static Transfer read(TransferRecord row) {
        return new Transfer(
                row.getId(),
                row.getNumber(),
                new Transfer.Asked(row.getAskedBy(), row.getAskedName(), row.getMayHire()),
                Transfer.State.valueOf(row.getState()),
                List.of(Json.read(row.getFiles(), Unpacking.Kept[].class)),
                Optional.ofNullable(row.getProblem())
                        .map(problem -> Json.read(problem, Message.class)),
                new Transfer.Progress(row.getTotal(), row.getDone()),
                new Transfer.Times(
                        row.getMadeAt(),
                        Optional.ofNullable(row.getStartedAt()),
                        Optional.ofNullable(row.getFinishedAt())));
    }
}
