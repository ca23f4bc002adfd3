// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import static be.onthaal.cases.internal.db.Tables.CASE_TYPE;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.internal.db.tables.records.CaseTypeRecord;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Ids;
import be.onthaal.database.Json;
import be.onthaal.database.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sorts of cases an authority has, in versions; running cases keep the version they began with.
 */
@Service
public class CaseTypes {

    /** The code of the case type that every authority starts with. */
    public static final String INFORMATION_QUESTION = "information-question";

    private final DSLContext sql;
    private final ReplyTemplates templates;
    private final Audit audit;
    private final Clock clock;

    CaseTypes(DSLContext sql, ReplyTemplates templates, Audit audit, Clock clock) {
        this.sql = sql;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes a definition from today; the version before it ends for new cases. */
    @Transactional
    public CaseType publish(String code, CaseTypeDefinition definition) {
        Callers.require(Permission.ADMINISTER);
        check(code, definition);
        LocalDate today = Brussels.today(clock);
        int version =
                1
                        + sql.select(DSL.coalesce(DSL.max(CASE_TYPE.VERSION), 0))
                                .from(CASE_TYPE)
                                .where(ofCode(code))
                                .fetchSingle(row -> row.value1());
        sql.update(CASE_TYPE)
                .set(CASE_TYPE.STATE, "ENDED")
                .set(CASE_TYPE.VALID_UNTIL, today)
                .where(ofCode(code))
                .and(CASE_TYPE.STATE.eq("PUBLISHED"))
                .execute();
        var type = new CaseType(Ids.next(), code, version, definition);
        sql.insertInto(CASE_TYPE)
                .set(CASE_TYPE.AUTHORITY_ID, authority())
                .set(CASE_TYPE.ID, type.id())
                .set(CASE_TYPE.CODE, code)
                .set(CASE_TYPE.VERSION, version)
                .set(CASE_TYPE.STATE, "PUBLISHED")
                .set(CASE_TYPE.VALID_FROM, today)
                .set(CASE_TYPE.DEFINITION, Json.of(definition))
                .execute();
        audit.record(
                AuditEvent.of("cases.type-published", AuditEvent.Subject.of("CASE_TYPE", type.id()))
                        .with("code", code)
                        .with("version", String.valueOf(version)));
        return type;
    }

    /** Gives a new authority the case types and reply templates that come with the product. */
    @Transactional
    public void installStandard() {
        Callers.require(Permission.ADMINISTER);
        StandardSet standard = StandardSet.load();
        standard.types()
                .forEach((code, definition) -> {
                    if (published(code).isEmpty()) {
                        publish(code, definition);
                    }
                });
        standard.templates().forEach(templates::install);
    }

    /** The version that new cases get today. */
    @Transactional(readOnly = true)
    public CaseType current(String code) {
        return published(code).orElseThrow(() -> new NotFound("cases.type"));
    }

    /** The version a case began with. */
    @Transactional(readOnly = true)
    public CaseType get(UUID id) {
        return sql.selectFrom(CASE_TYPE)
                .where(CASE_TYPE.AUTHORITY_ID.eq(authority()))
                .and(CASE_TYPE.ID.eq(id))
                .fetchOptional(CaseTypes::read)
                .orElseThrow(() -> new NotFound("cases.type"));
    }

    /** The types that new cases can have today, by code. */
    @Transactional(readOnly = true)
    public List<CaseType> list() {
        return published().fetch(CaseTypes::read);
    }

    /** The same, as a part of a page. */
    public Part<List<CaseType>> partOfList() {
        return Part.all(published(), CaseTypes::read);
    }

    private Select<CaseTypeRecord> published() {
        return sql.selectFrom(CASE_TYPE)
                .where(CASE_TYPE.AUTHORITY_ID.eq(authority()))
                .and(CASE_TYPE.STATE.eq("PUBLISHED"))
                .orderBy(CASE_TYPE.CODE);
    }

    private Optional<CaseType> published(String code) {
        return sql.selectFrom(CASE_TYPE)
                .where(ofCode(code))
                .and(CASE_TYPE.STATE.eq("PUBLISHED"))
                .orderBy(CASE_TYPE.VERSION.desc())
                .limit(1)
                .fetchOptional(CaseTypes::read);
    }

    private static void check(String code, CaseTypeDefinition definition) {
        boolean named = !code.isBlank() && !definition.name().nl().isBlank();
        boolean whole = !definition.phases().isEmpty() && !definition.results().isEmpty();
        Stream<String> results = definition.results().stream().map(CaseTypeDefinition.Result::code);
        if (!named || !whole || results.distinct().count() < definition.results().size()) {
            throw new Refused("cases.type-incomplete");
        }
    }

    private static Condition ofCode(String code) {
        return CASE_TYPE.AUTHORITY_ID.eq(authority()).and(CASE_TYPE.CODE.eq(code));
    }

    private static CaseType read(CaseTypeRecord row) {
        return new CaseType(
                row.getId(),
                row.getCode(),
                row.getVersion(),
                Json.read(row.getDefinition(), CaseTypeDefinition.class));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
