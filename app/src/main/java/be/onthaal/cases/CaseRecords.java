// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_FILE;
import static be.onthaal.cases.internal.db.Tables.CASE_TYPE;
import static be.onthaal.cases.internal.db.Tables.LINK;
import static be.onthaal.cases.internal.db.Tables.MERGING;
import static be.onthaal.cases.internal.db.Tables.NOTE;
import static be.onthaal.cases.internal.db.Tables.PAUSE;
import static be.onthaal.cases.internal.db.Tables.ROLE;
import static be.onthaal.cases.internal.db.Tables.TASK;
import static be.onthaal.cases.internal.db.Tables.VERSION_MOVE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.internal.db.Routines;
import be.onthaal.cases.internal.db.tables.records.CaseFileRecord;
import be.onthaal.cases.model.Result;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Brussels;
import be.onthaal.common.Kept;
import be.onthaal.common.PublicNumber;
import be.onthaal.database.KeptRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closed cases for who keeps the archive: what is due, until when, and what is destroyed. */
@Service
public class CaseRecords {

    private static final int MOST_AT_ONCE = 10_000;

    private final DSLContext sql;
    private final CaseTypes types;
    private final CaseTrail trail;

    CaseRecords(DSLContext sql, CaseTypes types, CaseTrail trail) {
        this.sql = sql;
        this.types = types;
        this.trail = trail;
    }

    /** Closed cases whose last day has passed, the longest first; of those the caller sees. */
    @Transactional(readOnly = true)
    public List<ClosedCase> due(LocalDate today, Optional<ClosedCase> after, int most) {
        Callers.require(Permission.RECORDS_MANAGE);
        Condition later =
                after.map(last ->
                                DSL.row(CASE_FILE.RETENTION_UNTIL, CASE_FILE.ID)
                                        .gt(
                                                last.keepUntil().orElse(LocalDate.EPOCH),
                                                last.id().value()))
                        .orElse(DSL.noCondition());
        return sql.selectFrom(CASE_FILE)
                .where(closed())
                .and(CASE_FILE.RETENTION_UNTIL.lt(today))
                .and(CASE_FILE.RETENTION_ACTION.ne(Retention.Action.KEEP.name()))
                .and(CASE_FILE.RESULT_CODE.ne(CaseMerges.MERGED).or(alone()))
                .and(later)
                .orderBy(CASE_FILE.RETENTION_UNTIL, CASE_FILE.ID)
                .limit(most)
                .fetch(CaseRecords::read);
    }

    /** How many closed cases have no date though they must have one; always none. */
    @Transactional(readOnly = true)
    public int undated() {
        Callers.require(Permission.RECORDS_MANAGE);
        return sql.fetchCount(
                CASE_FILE,
                closed().and(
                                CASE_FILE
                                        .RETENTION_ACTION
                                        .isNull()
                                        .or(
                                                CASE_FILE
                                                        .RETENTION_ACTION
                                                        .ne(Retention.Action.KEEP.name())
                                                        .and(CASE_FILE.RETENTION_UNTIL.isNull()))));
    }

    /** The case with this number, open or closed, if the caller may see it. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(PublicNumber number) {
        Callers.require(Permission.RECORDS_MANAGE);
        return sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.AUTHORITY_ID.eq(authority()))
                .and(CASE_FILE.NUMBER.eq(number.display()))
                .fetchOptional(CaseRows::file);
    }

    /** The case while it is closed, which nobody can open again before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ClosedCase> locked(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        return whileClosed(id);
    }

    private Optional<ClosedCase> whileClosed(CaseId id) {
        return sql.selectFrom(CASE_FILE)
                .where(is(id))
                .forUpdate()
                .fetchOptional()
                .filter(row -> row.getStatus().equals(CaseStatus.CLOSED.name()))
                .map(CaseRecords::read);
    }

    /** Whether there is such a case, open or closed. */
    @Transactional(readOnly = true)
    public boolean exists(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        return sql.fetchExists(CASE_FILE, is(id));
    }

    /**
     * Computes again how long a closed case is kept, by the rule of its result in the version of
     * its type that it has now; true when that is something else than it was. For whoever moved it
     * to another version, in the same commit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recompute(CaseId id) {
        return whileClosed(id)
                .filter(this::isKept)
                .map(file -> write(file, rule(id, file)))
                .orElse(false);
    }

    /** The same for closed cases of every type whose date does not follow its rule any more. */
    @Transactional
    public int recomputeAll() {
        Callers.require(Permission.RECORDS_MANAGE);
        List<UUID> versions =
                sql.select(CASE_TYPE.ID)
                        .from(CASE_TYPE)
                        .where(CASE_TYPE.AUTHORITY_ID.eq(authority()))
                        .and(CASE_TYPE.STATE.eq("PUBLISHED"))
                        .fetch(CASE_TYPE.ID);
        return versions.stream().mapToInt(this::recomputeType).sum();
    }

    /** It is kept for ever from now on, as part of a sample. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepForEver(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        put(id, new Retention(Retention.Action.KEEP, 0), Optional.empty());
    }

    /** What is kept of it here, for the record. */
    @Transactional(readOnly = true)
    public Kept kept(CaseId id) {
        Callers.require(Permission.RECORDS_MANAGE);
        UUID file = id.value();
        UUID authority = authority();
        return KeptRows.of("case", sql.selectFrom(CASE_FILE).where(is(id)).fetch())
                .and(
                        "task",
                        sql.selectFrom(TASK)
                                .where(TASK.AUTHORITY_ID.eq(authority))
                                .and(TASK.CASE_ID.eq(file))
                                .orderBy(TASK.ID)
                                .fetch())
                .and(
                        "note",
                        sql.selectFrom(NOTE)
                                .where(NOTE.AUTHORITY_ID.eq(authority))
                                .and(NOTE.CASE_ID.eq(file))
                                .orderBy(NOTE.ID)
                                .fetch())
                .and(
                        "pause",
                        sql.selectFrom(PAUSE)
                                .where(PAUSE.AUTHORITY_ID.eq(authority))
                                .and(PAUSE.CASE_ID.eq(file))
                                .orderBy(PAUSE.ID)
                                .fetch())
                .and(
                        "role",
                        sql.selectFrom(ROLE)
                                .where(ROLE.AUTHORITY_ID.eq(authority))
                                .and(ROLE.CASE_ID.eq(file))
                                .orderBy(ROLE.ID)
                                .fetch())
                .and(
                        "link",
                        sql.selectFrom(LINK)
                                .where(LINK.AUTHORITY_ID.eq(authority))
                                .and(LINK.CASE_ID.eq(file).or(LINK.OTHER_ID.eq(file)))
                                .orderBy(LINK.ID)
                                .fetch())
                .and(
                        "version",
                        sql.selectFrom(VERSION_MOVE)
                                .where(VERSION_MOVE.AUTHORITY_ID.eq(authority))
                                .and(VERSION_MOVE.CASE_ID.eq(file))
                                .orderBy(VERSION_MOVE.ID)
                                .fetch())
                .and(
                        "merging",
                        sql.selectFrom(MERGING)
                                .where(MERGING.AUTHORITY_ID.eq(authority))
                                .and(MERGING.GONE_ID.eq(file).or(MERGING.INTO_ID.eq(file)))
                                .orderBy(MERGING.ID)
                                .fetch())
                .kept();
    }

    /**
     * Removes a closed case that is past its last day; the database looks at that once more. For
     * the product itself, on an approved list.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean destroy(CaseId id, LocalDate today) {
        Callers.require(Permission.RECORDS_MANAGE);
        Integer gone = Routines.destroy(sql.configuration(), id.value(), today);
        return Objects.requireNonNullElse(gone, 0) == 1;
    }

    private int recomputeType(UUID version) {
        return types.get(version).definition().results().stream()
                .filter(result -> result.retention().filter(Retention::complete).isPresent())
                .mapToInt(result ->
                        strayed(version, result.code(), result.retention().orElseThrow()).stream()
                                .mapToInt(file ->
                                        write(file, result.retention().orElseThrow()) ? 1 : 0)
                                .sum())
                .sum();
    }

    /**
     * Those whose date is not the one that PostgreSQL reckons; for the last days of February the
     * rule itself decides. What was kept as part of a sample stays so.
     */
    private List<ClosedCase> strayed(UUID version, String result, Retention rule) {
        var reckoned =
                DSL.field(
                        "(({0} at time zone 'Europe/Brussels')::date + make_interval(years => {1}))::date",
                        LocalDate.class, CASE_FILE.CLOSED_AT, DSL.val(rule.years()));
        boolean keeps = rule.action() == Retention.Action.KEEP;
        Condition strayed =
                keeps
                        ? CASE_FILE.RETENTION_ACTION.ne(rule.action().name())
                        : CASE_FILE
                                .RETENTION_ACTION
                                .ne(rule.action().name())
                                .or(CASE_FILE.RETENTION_UNTIL.isDistinctFrom(reckoned));
        Condition sampled =
                rule.action() == Retention.Action.SAMPLE
                        ? CASE_FILE.RETENTION_ACTION.ne(Retention.Action.KEEP.name())
                        : DSL.noCondition();
        return sql.selectFrom(CASE_FILE)
                .where(closed())
                .and(CASE_FILE.TYPE_ID.eq(version))
                .and(CASE_FILE.RESULT_CODE.eq(result))
                .and(sampled)
                .and(strayed)
                .limit(MOST_AT_ONCE)
                .forUpdate()
                .fetch(CaseRecords::read);
    }

    private boolean isKept(ClosedCase file) {
        return !Set.of(CaseTransfers.CANCELLED, CaseMerges.MERGED)
                .contains(file.life().resultCode());
    }

    private Retention rule(CaseId id, ClosedCase file) {
        UUID version =
                sql.select(CASE_FILE.TYPE_ID)
                        .from(CASE_FILE)
                        .where(is(id))
                        .fetchSingle(row -> row.value1());
        return types.get(version)
                .definition()
                .result(file.life().resultCode())
                .flatMap(Result::retention)
                .filter(Retention::complete)
                .orElseGet(() -> asItIs(file));
    }

    /** A result that its type has no more keeps the date it gave. */
    private static Retention asItIs(ClosedCase file) {
        int years =
                file.keepUntil()
                        .map(until -> until.getYear() - file.life().closedOn().getYear())
                        .orElse(0);
        return new Retention(file.action(), years);
    }

    private boolean write(ClosedCase file, Retention rule) {
        Optional<LocalDate> until = rule.until(file.life().closedOn());
        boolean same = file.action() == rule.action() && file.keepUntil().equals(until);
        boolean inSample =
                file.action() == Retention.Action.KEEP && rule.action() == Retention.Action.SAMPLE;
        if (same || inSample) {
            return false;
        }
        put(file.id(), rule, until);
        CaseFile changed =
                sql.selectFrom(CASE_FILE).where(is(file.id())).fetchSingle(CaseRows::file);
        trail.inside(
                changed,
                CaseTrail.Step.of(
                        "cases.retention-recomputed", until.map(LocalDate::toString).orElse("")));
        return true;
    }

    private void put(CaseId id, Retention rule, Optional<LocalDate> until) {
        sql.update(CASE_FILE)
                .set(CASE_FILE.RETENTION_ACTION, rule.action().name())
                .set(CASE_FILE.RETENTION_UNTIL, until.orElse(null))
                .where(is(id))
                .and(CASE_FILE.STATUS.eq(CaseStatus.CLOSED.name()))
                .execute();
    }

    private static ClosedCase read(CaseFileRecord row) {
        CaseFile file = CaseRows.file(row);
        CaseFile.Closing closing = file.progress().closing().orElseThrow();
        return new ClosedCase(
                file.id(),
                file.number(),
                file.matter().typeCode(),
                file.matter().typeName(),
                file.placement().unit(),
                file.matter().confidentiality(),
                file.customer().party(),
                new ClosedCase.Life(
                        Brussels.date(file.intake().openedAt()),
                        Brussels.date(closing.at()),
                        closing.resultCode()),
                closing.retention(),
                closing.keepUntil());
    }

    /** What was merged goes after what it was merged into. */
    private static Condition alone() {
        return DSL.notExists(
                DSL.selectOne()
                        .from(MERGING)
                        .where(MERGING.AUTHORITY_ID.eq(CASE_FILE.AUTHORITY_ID))
                        .and(MERGING.GONE_ID.eq(CASE_FILE.ID))
                        .and(MERGING.UNDONE_AT.isNull()));
    }

    private static Condition closed() {
        return CASE_FILE
                .AUTHORITY_ID
                .eq(authority())
                .and(CASE_FILE.STATUS.eq(CaseStatus.CLOSED.name()));
    }

    private static Condition is(CaseId id) {
        return CASE_FILE.AUTHORITY_ID.eq(authority()).and(CASE_FILE.ID.eq(id.value()));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
