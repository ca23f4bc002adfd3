// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_TYPE;

import be.onthaal.access.AuthorityId;
import be.onthaal.access.Callers;
import be.onthaal.cases.internal.db.tables.records.CaseTypeRecord;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.DefinitionText;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Keeps case types in PostgreSQL. What was published never changes, so its reading is kept in
 * memory; another process that reads it reads the same.
 */
@Component
class CaseTypeRows {

    private static final String DRAFT = "DRAFT";
    private static final String PUBLISHED = "PUBLISHED";
    private static final int MOST = 2_000;

    /** What comes with the product holds for whatever is brought in from before it. */
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final Map<Version, CaseType> read = new ConcurrentHashMap<>();
    private final DSLContext sql;
    private final Clock clock;

    CaseTypeRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Version(AuthorityId authority, UUID id) {}

    /** The version that new cases get today. */
    Optional<CaseType> current(String code) {
        return sql.selectFrom(CASE_TYPE)
                .where(ofCode(code).and(holds()))
                .fetchOptional(this::published);
    }

    Part<List<CaseType>> partOfCurrent() {
        Select<CaseTypeRecord> all =
                sql.selectFrom(CASE_TYPE).where(own().and(holds())).orderBy(CASE_TYPE.CODE);
        return Part.all(all, this::published);
    }

    /** A published version, also one that no new case gets any more. */
    Optional<CaseType> published(UUID id) {
        CaseType known = read.get(new Version(Callers.current().authority(), id));
        return known != null
                ? Optional.of(known)
                : sql.selectFrom(CASE_TYPE)
                        .where(is(id).and(CASE_TYPE.STATE.eq(PUBLISHED)))
                        .fetchOptional(this::published);
    }

    List<CaseTypeVersion> versions() {
        return sql.selectFrom(CASE_TYPE)
                .where(own())
                .orderBy(CASE_TYPE.CODE, CASE_TYPE.VERSION.desc())
                .fetch(CaseTypeRows::version);
    }

    Optional<CaseTypeVersion> version(UUID id) {
        return sql.selectFrom(CASE_TYPE).where(is(id)).fetchOptional(CaseTypeRows::version);
    }

    /** The version, which nobody else can change before this transaction ends. */
    CaseTypeVersion locked(UUID id) {
        return sql.selectFrom(CASE_TYPE)
                .where(is(id))
                .forUpdate()
                .fetchOptional(CaseTypeRows::version)
                .orElseThrow(() -> new NotFound("cases.type"));
    }

    /** One transaction at a time makes or publishes versions of this code. */
    void lockCode(String code) {
        sql.select(
                        DSL.field(
                                "pg_advisory_xact_lock(hashtextextended({0}, 4))",
                                DSL.val(authority() + code)))
                .fetch();
    }

    UUID draft(String code, CaseTypeDefinition definition) {
        boolean another = sql.fetchExists(CASE_TYPE, ofCode(code).and(CASE_TYPE.STATE.eq(DRAFT)));
        if (another) {
            throw new Conflict("cases.type-has-draft", code);
        }
        int version =
                1
                        + sql.select(DSL.coalesce(DSL.max(CASE_TYPE.VERSION), 0))
                                .from(CASE_TYPE)
                                .where(ofCode(code))
                                .fetchSingle(row -> row.value1());
        UUID id = Ids.next();
        sql.insertInto(CASE_TYPE)
                .set(CASE_TYPE.AUTHORITY_ID, authority())
                .set(CASE_TYPE.ID, id)
                .set(CASE_TYPE.CODE, code)
                .set(CASE_TYPE.VERSION, version)
                .set(CASE_TYPE.STATE, DRAFT)
                .set(CASE_TYPE.DEFINITION, JSONB.valueOf(DefinitionText.stored(definition)))
                .set(CASE_TYPE.CHANGED_AT, clock.instant())
                .set(CASE_TYPE.CHANGED_BY, Callers.current().name())
                .execute();
        return id;
    }

    void change(UUID id, CaseTypeDefinition definition) {
        sql.update(CASE_TYPE)
                .set(CASE_TYPE.DEFINITION, JSONB.valueOf(DefinitionText.stored(definition)))
                .set(CASE_TYPE.REVISION, CASE_TYPE.REVISION.plus(1))
                .set(CASE_TYPE.CHANGED_AT, clock.instant())
                .set(CASE_TYPE.CHANGED_BY, Callers.current().name())
                .where(is(id).and(CASE_TYPE.STATE.eq(DRAFT)))
                .execute();
    }

    /** New cases get it from this day; what held then ends, and what was to come later goes. */
    void publish(CaseTypeVersion.Head draft, LocalDate from) {
        endFrom(draft.code(), from);
        sql.update(CASE_TYPE)
                .set(CASE_TYPE.STATE, PUBLISHED)
                .set(CASE_TYPE.VALID_FROM, from)
                .set(CASE_TYPE.PUBLISHED_AT, clock.instant())
                .set(CASE_TYPE.PUBLISHED_BY, Callers.current().name())
                .where(is(draft.id()).and(CASE_TYPE.STATE.eq(DRAFT)))
                .execute();
    }

    /** No new case gets any version of this code from this day. */
    void endFrom(String code, LocalDate day) {
        sql.update(CASE_TYPE)
                .set(CASE_TYPE.VALID_UNTIL, DSL.greatest(CASE_TYPE.VALID_FROM, DSL.val(day)))
                .where(ofCode(code).and(CASE_TYPE.STATE.eq(PUBLISHED)))
                .and(CASE_TYPE.VALID_UNTIL.isNull().or(CASE_TYPE.VALID_UNTIL.gt(day)))
                .execute();
    }

    /** First versions that have always held, of the codes that are not there yet. */
    List<CaseTypeVersion.Head> install(Map<String, CaseTypeDefinition> types) {
        Set<String> there =
                sql.selectDistinct(CASE_TYPE.CODE)
                        .from(CASE_TYPE)
                        .where(own())
                        .fetchSet(CASE_TYPE.CODE);
        Instant now = clock.instant();
        String by = Callers.current().name();
        List<CaseTypeVersion> made =
                types.entrySet().stream()
                        .filter(type -> !there.contains(type.getKey()))
                        .map(type ->
                                new CaseTypeVersion(
                                        new CaseTypeVersion.Head(
                                                Ids.next(),
                                                type.getKey(),
                                                1,
                                                Optional.of(ALWAYS),
                                                Optional.empty(),
                                                0,
                                                now,
                                                by),
                                        type.getValue()))
                        .toList();
        sql.batch(made.stream().map(version -> inserted(version)).toList()).execute();
        return made.stream().map(CaseTypeVersion::head).toList();
    }

    private Query inserted(CaseTypeVersion version) {
        CaseTypeVersion.Head head = version.head();
        return sql.insertInto(CASE_TYPE)
                .set(CASE_TYPE.AUTHORITY_ID, authority())
                .set(CASE_TYPE.ID, head.id())
                .set(CASE_TYPE.CODE, head.code())
                .set(CASE_TYPE.VERSION, head.version())
                .set(CASE_TYPE.STATE, PUBLISHED)
                .set(CASE_TYPE.VALID_FROM, ALWAYS)
                .set(
                        CASE_TYPE.DEFINITION,
                        JSONB.valueOf(DefinitionText.stored(version.definition())))
                .set(CASE_TYPE.CHANGED_AT, head.changedAt())
                .set(CASE_TYPE.CHANGED_BY, head.changedBy())
                .set(CASE_TYPE.PUBLISHED_AT, head.changedAt())
                .set(CASE_TYPE.PUBLISHED_BY, head.changedBy());
    }

    void drop(UUID id) {
        sql.deleteFrom(CASE_TYPE).where(is(id).and(CASE_TYPE.STATE.eq(DRAFT))).execute();
    }

    private CaseType published(CaseTypeRecord row) {
        var version = new Version(new AuthorityId(row.getAuthorityId()), row.getId());
        CaseType known = read.get(version);
        if (known != null) {
            return known;
        }
        if (read.size() >= MOST) {
            read.clear();
        }
        var type = new CaseType(row.getId(), row.getCode(), row.getVersion(), definition(row));
        read.put(version, type);
        return type;
    }

    private static CaseTypeVersion version(CaseTypeRecord row) {
        return new CaseTypeVersion(
                new CaseTypeVersion.Head(
                        row.getId(),
                        row.getCode(),
                        row.getVersion(),
                        Optional.ofNullable(row.getValidFrom()),
                        Optional.ofNullable(row.getValidUntil()),
                        row.getRevision(),
                        row.getChangedAt(),
                        row.getChangedBy()),
                definition(row));
    }

    private static CaseTypeDefinition definition(CaseTypeRecord row) {
        return DefinitionText.read(row.getDefinition().data());
    }

    private Condition holds() {
        LocalDate today = Brussels.today(clock);
        return CASE_TYPE
                .STATE
                .eq(PUBLISHED)
                .and(CASE_TYPE.VALID_FROM.le(today))
                .and(CASE_TYPE.VALID_UNTIL.isNull().or(CASE_TYPE.VALID_UNTIL.gt(today)));
    }

    private static Condition own() {
        return CASE_TYPE.AUTHORITY_ID.eq(authority());
    }

    private static Condition ofCode(String code) {
        return own().and(CASE_TYPE.CODE.eq(code));
    }

    private static Condition is(UUID id) {
        return own().and(CASE_TYPE.ID.eq(id));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
