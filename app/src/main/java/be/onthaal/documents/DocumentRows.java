// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.database.Rows.of;
import static be.onthaal.documents.internal.db.Tables.DOCUMENT;
import static be.onthaal.documents.internal.db.Tables.VERSION;

import be.onthaal.access.AccountId;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** Rows of documents and their versions, read. */
final class DocumentRows {

    private static final Field<Boolean> HAS_TEXT =
            DSL.field(VERSION.TEXT.ne(DSL.inline(""))).as("has_text");

    /** What a document is read from. */
    static final List<SelectField<?>> ABOUT =
            List.of(
                    DOCUMENT.ID,
                    DOCUMENT.TITLE,
                    DOCUMENT.KIND,
                    DOCUMENT.DIRECTION,
                    DOCUMENT.DATED,
                    DOCUMENT.AUTHOR,
                    DOCUMENT.LOCALE,
                    DOCUMENT.UNIT_ID,
                    DOCUMENT.CONFIDENTIALITY,
                    DOCUMENT.STATUS,
                    DOCUMENT.ANNEX_OF,
                    DOCUMENT.CASES,
                    DOCUMENT.VERSIONS,
                    DOCUMENT.REVISION,
                    DOCUMENT.ADDED_AT,
                    DOCUMENT.ADDED_BY,
                    DOCUMENT.CHANGED_AT,
                    DOCUMENT.CHANGED_BY,
                    DOCUMENT.LOCKED_BY,
                    DOCUMENT.LOCKED_NAME,
                    DOCUMENT.LOCKED_AT,
                    DOCUMENT.LOCKED_UNTIL,
                    DOCUMENT.KEEP_ACTION,
                    DOCUMENT.KEEP_UNTIL);

    /** What a version is read from: all but its text, which may be long. */
    static final List<SelectField<?>> VERSION_FACTS =
            List.of(
                    VERSION.ID.as("version_id"),
                    VERSION.NUMBER,
                    VERSION.FILE_NAME,
                    VERSION.MEDIA_TYPE,
                    VERSION.SIZE,
                    VERSION.SHA256,
                    VERSION.ADDED_AT.as("version_at"),
                    VERSION.ADDED_BY.as("version_by"),
                    VERSION.REASON,
                    VERSION.CHECK_STATE,
                    VERSION.FINDING,
                    VERSION.CHECKED_AT,
                    VERSION.READING_STATE,
                    VERSION.READING_REASON,
                    VERSION.PAGES,
                    HAS_TEXT,
                    VERSION.PICTURE_SHA256);

    /** Both. */
    static final List<SelectField<?>> LINE =
            Stream.concat(ABOUT.stream(), VERSION_FACTS.stream()).toList();

    private DocumentRows() {}

    static DocumentLine line(Record row) {
        return new DocumentLine(document(row), version(row));
    }

    static Document document(Record row) {
        return new Document(
                new DocumentId(of(row, DOCUMENT.ID)),
                new Document.About(
                        of(row, DOCUMENT.TITLE),
                        Optional.ofNullable(row.get(DOCUMENT.KIND)),
                        Document.Direction.valueOf(of(row, DOCUMENT.DIRECTION)),
                        of(row, DOCUMENT.DATED),
                        of(row, DOCUMENT.AUTHOR),
                        of(row, DOCUMENT.LOCALE)),
                new Document.Placement(
                        new UnitId(of(row, DOCUMENT.UNIT_ID)),
                        Confidentiality.of(of(row, DOCUMENT.CONFIDENTIALITY))),
                Document.Status.valueOf(of(row, DOCUMENT.STATUS)),
                Optional.ofNullable(row.get(DOCUMENT.ANNEX_OF)).map(DocumentId::new),
                lock(row),
                new Document.Progress(
                        of(row, DOCUMENT.CASES),
                        of(row, DOCUMENT.VERSIONS),
                        of(row, DOCUMENT.REVISION),
                        of(row, DOCUMENT.ADDED_AT),
                        of(row, DOCUMENT.ADDED_BY),
                        new Document.Change(
                                of(row, DOCUMENT.CHANGED_AT), of(row, DOCUMENT.CHANGED_BY))),
                Optional.ofNullable(row.get(DOCUMENT.KEEP_ACTION))
                        .map(action ->
                                new Document.Keeping(
                                        Retention.Action.valueOf(action),
                                        Optional.ofNullable(row.get(DOCUMENT.KEEP_UNTIL)))));
    }

    static DocumentVersion version(Record row) {
        return new DocumentVersion(
                new VersionId(of(row, VERSION.ID.as("version_id"))),
                of(row, VERSION.NUMBER),
                new DocumentVersion.FileFacts(
                        of(row, VERSION.FILE_NAME),
                        of(row, VERSION.MEDIA_TYPE),
                        of(row, VERSION.SIZE),
                        new Digest(of(row, VERSION.SHA256))),
                new DocumentVersion.Added(
                        of(row, VERSION.ADDED_BY.as("version_by")),
                        of(row, VERSION.ADDED_AT.as("version_at")),
                        of(row, VERSION.REASON)),
                new DocumentVersion.Check(
                        DocumentVersion.CheckState.valueOf(of(row, VERSION.CHECK_STATE)),
                        of(row, VERSION.FINDING),
                        Optional.ofNullable(row.get(VERSION.CHECKED_AT))),
                new DocumentVersion.Reading(
                        DocumentVersion.ReadingState.valueOf(of(row, VERSION.READING_STATE)),
                        of(row, VERSION.READING_REASON),
                        of(row, VERSION.PAGES),
                        of(row, HAS_TEXT),
                        Optional.ofNullable(row.get(VERSION.PICTURE_SHA256)).map(Digest::new)));
    }

    private static Optional<Document.Lock> lock(Record row) {
        return Optional.ofNullable(row.get(DOCUMENT.LOCKED_BY))
                .map(holder ->
                        new Document.Lock(
                                new AccountId(holder),
                                of(row, DOCUMENT.LOCKED_NAME),
                                of(row, DOCUMENT.LOCKED_AT),
                                of(row, DOCUMENT.LOCKED_UNTIL)));
    }
}
