// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;
import static be.onthaal.documents.internal.db.Tables.LINK;
import static be.onthaal.documents.internal.db.Tables.VERSION;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseId;
import be.onthaal.common.Digest;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.documents.internal.db.Routines;
import be.onthaal.documents.internal.db.Tables;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The rows of documents. */
@Component
class DocumentStore {

    private final DSLContext sql;
    private final Clock clock;

    DocumentStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The document with its newest version, if the caller may see it. */
    DocumentLine get(DocumentId id) {
        return newest(id)
                .fetchOptional(DocumentRows::line)
                .orElseThrow(() -> new NotFound("documents.document"));
    }

    /** The same, if there is one that the caller may see. */
    Optional<DocumentLine> find(DocumentId id) {
        return newest(id).fetchOptional(DocumentRows::line);
    }

    /** The same, while nobody else changes it; read when whoever changed it before is done. */
    DocumentLine locked(DocumentId id) {
        sql.select(DOCUMENT.ID).from(DOCUMENT).where(is(id)).forUpdate().fetch();
        return get(id);
    }

    /** Whether a case that holds it is closed; until the commit none of them closes. */
    boolean inClosedCase(DocumentId id) {
        return Boolean.TRUE.equals(Routines.inClosedCase(sql.configuration(), id.value()));
    }

    /** The types of all cases that hold it, those that the caller does not see included. */
    List<UUID> typesOf(DocumentId id) {
        var types = Tables.TYPES_OF(id.value());
        return sql.select(types.TYPE_ID).from(types).fetch(types.TYPE_ID);
    }

    private SelectConditionStep<? extends Record> newest(DocumentId id) {
        return lines().and(DOCUMENT.ID.eq(id.value()));
    }

    /** Documents with their newest versions. */
    SelectConditionStep<? extends Record> lines() {
        return sql.select(DocumentRows.LINE)
                .from(DOCUMENT)
                .join(VERSION)
                .on(VERSION.AUTHORITY_ID.eq(DOCUMENT.AUTHORITY_ID))
                .and(VERSION.DOCUMENT_ID.eq(DOCUMENT.ID))
                .and(VERSION.NUMBER.eq(DOCUMENT.VERSIONS))
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()));
    }

    DocumentId insert(NewDocument command, Document.Placement placement) {
        return insert(command, placement, Document.Status.DRAFT);
    }

    DocumentId insert(NewDocument command, Document.Placement placement, Document.Status status) {
        var id = new DocumentId(Ids.next());
        Document.About about = command.about();
        sql.insertInto(DOCUMENT)
                .set(DOCUMENT.AUTHORITY_ID, authority())
                .set(DOCUMENT.ID, id.value())
                .set(described(about))
                .set(DOCUMENT.UNIT_ID, placement.unit().value())
                .set(DOCUMENT.CONFIDENTIALITY, placement.confidentiality().level())
                .set(DOCUMENT.STATUS, status.name())
                .set(DOCUMENT.ANNEX_OF, command.annexOf().map(DocumentId::value).orElse(null))
                .set(DOCUMENT.VERSIONS, 1)
                .set(DOCUMENT.ADDED_AT, clock.instant())
                .set(DOCUMENT.ADDED_BY, Callers.current().name())
                .set(DOCUMENT.CHANGED_AT, clock.instant())
                .set(DOCUMENT.CHANGED_BY, Callers.current().name())
                .execute();
        return id;
    }

    static Map<Field<?>, Object> described(Document.About about) {
        var fields = new java.util.HashMap<Field<?>, Object>();
        fields.put(DOCUMENT.TITLE, about.title());
        fields.put(DOCUMENT.KIND, about.kind().orElse(null));
        fields.put(DOCUMENT.DIRECTION, about.direction().name());
        fields.put(DOCUMENT.DATED, about.dated());
        fields.put(DOCUMENT.AUTHOR, about.author());
        fields.put(DOCUMENT.LOCALE, about.locale());
        return fields;
    }

    VersionId insert(
            DocumentId id,
            int number,
            DocumentVersion.FileFacts file,
            String why,
            boolean checked) {
        var version = new VersionId(Ids.next());
        sql.insertInto(VERSION)
                .set(VERSION.AUTHORITY_ID, authority())
                .set(VERSION.ID, version.value())
                .set(VERSION.DOCUMENT_ID, id.value())
                .set(VERSION.NUMBER, number)
                .set(VERSION.FILE_NAME, file.name())
                .set(VERSION.MEDIA_TYPE, file.type())
                .set(VERSION.SIZE, file.size())
                .set(VERSION.SHA256, file.digest().hex())
                .set(VERSION.ADDED_AT, clock.instant())
                .set(VERSION.ADDED_BY, Callers.current().name())
                .set(VERSION.REASON, why)
                .set(
                        VERSION.CHECK_STATE,
                        checked
                                ? DocumentVersion.CheckState.WAITING.name()
                                : DocumentVersion.CheckState.OFF.name())
                .execute();
        return version;
    }

    void link(DocumentId id, CaseId file) {
        sql.insertInto(LINK)
                .set(LINK.AUTHORITY_ID, authority())
                .set(LINK.ID, Ids.next())
                .set(LINK.DOCUMENT_ID, id.value())
                .set(LINK.CASE_ID, file.value())
                .set(LINK.LINKED_AT, clock.instant())
                .set(LINK.LINKED_BY, Callers.current().name())
                .onConflictDoNothing()
                .execute();
    }

    boolean unlink(DocumentId id, CaseId file) {
        return sql.deleteFrom(LINK)
                        .where(LINK.AUTHORITY_ID.eq(authority()))
                        .and(LINK.DOCUMENT_ID.eq(id.value()))
                        .and(LINK.CASE_ID.eq(file.value()))
                        .execute()
                == 1;
    }

    /** The cases that hold it and that the caller sees. */
    List<CaseId> casesOf(DocumentId id) {
        return sql.select(LINK.CASE_ID)
                .from(LINK)
                .where(LINK.AUTHORITY_ID.eq(authority()))
                .and(LINK.DOCUMENT_ID.eq(id.value()))
                .orderBy(LINK.LINKED_AT, LINK.ID)
                .fetch(row -> new CaseId(row.value1()));
    }

    /** The customers of all cases that hold it, those that the caller does not see included. */
    List<PartyId> customersOf(DocumentId id) {
        var parties = Tables.PARTIES(id.value());
        return sql.select(parties.PARTY_ID).from(parties).fetch(row -> new PartyId(row.value1()));
    }

    /** Changes it; the revision counts on. */
    void change(DocumentId id, Map<? extends Field<?>, ?> fields) {
        sql.update(DOCUMENT)
                .set(fields)
                .set(DOCUMENT.REVISION, DOCUMENT.REVISION.plus(1))
                .set(DOCUMENT.CHANGED_AT, clock.instant())
                .set(DOCUMENT.CHANGED_BY, Callers.current().name())
                .where(is(id))
                .execute();
    }

    /** Changes what is no change of the document itself, such as its lock. */
    void mark(DocumentId id, Map<? extends Field<?>, ?> fields) {
        sql.update(DOCUMENT).set(fields).where(is(id)).execute();
    }

    void delete(DocumentId id) {
        sql.update(DOCUMENT)
                .setNull(DOCUMENT.ANNEX_OF)
                .where(DOCUMENT.AUTHORITY_ID.eq(authority()))
                .and(DOCUMENT.ANNEX_OF.eq(id.value()))
                .execute();
        sql.deleteFrom(DOCUMENT).where(is(id)).execute();
    }

    List<DocumentVersion> versions(DocumentId id) {
        return sql.select(DocumentRows.VERSION_FACTS)
                .from(VERSION)
                .where(VERSION.AUTHORITY_ID.eq(authority()))
                .and(VERSION.DOCUMENT_ID.eq(id.value()))
                .orderBy(VERSION.NUMBER.desc())
                .fetch(DocumentRows::version);
    }

    Optional<DocumentVersion> version(DocumentId id, int number) {
        return sql.select(DocumentRows.VERSION_FACTS)
                .from(VERSION)
                .where(VERSION.AUTHORITY_ID.eq(authority()))
                .and(VERSION.DOCUMENT_ID.eq(id.value()))
                .and(VERSION.NUMBER.eq(number))
                .fetchOptional(DocumentRows::version);
    }

    String text(VersionId id) {
        return sql.select(VERSION.TEXT)
                .from(VERSION)
                .where(VERSION.AUTHORITY_ID.eq(authority()))
                .and(VERSION.ID.eq(id.value()))
                .fetchOptional(VERSION.TEXT)
                .orElse("");
    }

    /** All files that its versions name. */
    Set<Digest> files(DocumentId id) {
        var files = new HashSet<Digest>();
        for (DocumentVersion version : versions(id)) {
            files.add(version.file().digest());
            version.reading().picture().ifPresent(files::add);
        }
        return files;
    }

    static Condition is(DocumentId id) {
        return DOCUMENT.AUTHORITY_ID.eq(authority()).and(DOCUMENT.ID.eq(id.value()));
    }

    static UUID authority() {
        return Callers.current().authority().value();
    }
}
