// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import static be.onthaal.scanning.internal.db.Tables.SHEET;
import static be.onthaal.scanning.internal.db.Tables.STACK;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.scanning.ScanStack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of stacks. */
@Component
public class StackStore {

    private static final Field<Integer> READ =
            DSL.field(
                            DSL.selectCount()
                                    .from(SHEET)
                                    .where(SHEET.AUTHORITY_ID.eq(STACK.AUTHORITY_ID))
                                    .and(SHEET.STACK_ID.eq(STACK.ID))
                                    .and(SHEET.STATE.ne("WAITING")))
                    .as("read");

    private final DSLContext sql;

    StackStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps a new stack; false when these bytes came in before. */
    public boolean insert(ScanStack stack, long size) {
        return sql.insertInto(STACK)
                        .set(STACK.AUTHORITY_ID, authority())
                        .set(STACK.ID, stack.id())
                        .set(STACK.ORIGIN, stack.origin().name())
                        .set(STACK.NAME, stack.name())
                        .set(STACK.SHA256, stack.file().hex())
                        .set(STACK.SIZE, size)
                        .set(STACK.UNIT_ID, stack.unit().value())
                        .set(STACK.CONFIDENTIALITY, stack.confidentiality().level())
                        .set(STACK.STATE, stack.state().name())
                        .set(STACK.ADDED_AT, stack.at())
                        .set(STACK.ADDED_BY, stack.by())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public ScanStack get(UUID id) {
        return find(is(id)).orElseThrow(() -> new NotFound("scanning.stack"));
    }

    /** The stack, which nobody else changes before this transaction ends. */
    public ScanStack locked(UUID id) {
        sql.select(STACK.ID).from(STACK).where(is(id)).forUpdate().fetch();
        return get(id);
    }

    /** The stack with these bytes, if the caller may see it. */
    public Optional<ScanStack> find(Digest file) {
        return find(STACK.AUTHORITY_ID.eq(authority()).and(STACK.SHA256.eq(file.hex())));
    }

    /** The newest of those that the caller works on: of his units, or of all when he spreads. */
    public List<ScanStack> recent(Instant since, int most) {
        return sql.select(STACK.fields())
                .select(READ)
                .from(STACK)
                .where(STACK.AUTHORITY_ID.eq(authority()))
                .and(STACK.ADDED_AT.ge(since))
                .and(STACK.STATE.ne(ScanStack.State.DISCARDED.name()))
                .and(inScope())
                .orderBy(STACK.ADDED_AT.desc(), STACK.ID.desc())
                .limit(most)
                .fetch(StackStore::read);
    }

    /** Those that must be read, the oldest first. */
    public List<UUID> busy() {
        return sql.select(STACK.ID)
                .from(STACK)
                .where(STACK.AUTHORITY_ID.eq(authority()))
                .and(
                        STACK.STATE.in(
                                DSL.inline(ScanStack.State.WAITING.name()),
                                DSL.inline(ScanStack.State.READING.name())))
                .orderBy(STACK.ID)
                .fetch(STACK.ID);
    }

    public void write(UUID id, ScanStack.State state, String reason, int pages) {
        sql.update(STACK)
                .set(STACK.STATE, state.name())
                .set(STACK.REASON, reason)
                .set(STACK.PAGES, pages)
                .where(is(id))
                .execute();
    }

    static Condition inScope() {
        Caller caller = Callers.current();
        return caller.coordinatesAll()
                ? DSL.noCondition()
                : STACK.UNIT_ID.in(caller.rights().units().stream().map(UnitId::value).toList());
    }

    private Optional<ScanStack> find(Condition condition) {
        return sql.select(STACK.fields())
                .select(READ)
                .from(STACK)
                .where(condition)
                .fetchOptional(StackStore::read);
    }

    private static ScanStack read(Record row) {
        var stack = row.into(STACK);
        return new ScanStack(
                stack.getId(),
                ScanStack.Origin.valueOf(stack.getOrigin()),
                stack.getName(),
                new Digest(stack.getSha256()),
                new UnitId(stack.getUnitId()),
                Confidentiality.of(stack.getConfidentiality()),
                ScanStack.State.valueOf(stack.getState()),
                stack.getReason(),
                stack.getPages(),
                Optional.ofNullable(row.get(READ)).orElse(0),
                stack.getAddedAt(),
                stack.getAddedBy());
    }

    private static Condition is(UUID id) {
        return STACK.AUTHORITY_ID.eq(authority()).and(STACK.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
