// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.common.PageRequest;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.Documents;
import be.onthaal.notifications.Live;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents of cases, in versions. */
@RestController
@Tag(name = "documents")
class DocumentsApi {

    private final Documents documents;
    private final DocumentFiles files;
    private final DocumentReadings readings;
    private final Live live;
    private final Answers answers;
    private final Clock clock;

    DocumentsApi(
            Documents documents,
            DocumentFiles files,
            DocumentReadings readings,
            Live live,
            Answers answers,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.readings = readings;
        this.live = live;
        this.answers = answers;
        this.clock = clock;
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listDocuments",
            summary = "Lijst van de documenten van een zaak",
            description = "Those that the caller may see, the newest day first")
    @GetMapping("/api/cases/{id}/documents")
    ResponseEntity<Paged<DocumentItem>> list(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var lines = readings.ofCase(new CaseId(id), new PageRequest(page, size));
        return answers.page(request, lines, DocumentItem::of);
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "createDocument",
            summary = "Voeg een document aan een zaak toe",
            description = "One file as multipart/form-data, at most 100 MB, with what it is",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    @PostMapping("/api/cases/{id}/documents")
    ResponseEntity<Done> add(HttpServletRequest request, @PathVariable UUID id) {
        var file = new CaseId(id);
        documents.admit(file);
        SentUpload sent = SentUpload.of(request);
        return answers.made(
                request,
                sent.command(),
                "/api/documents/",
                () -> {
                    DocumentId made = documents.add(file, sent.document(clock), sent.file());
                    live.changed("case-" + id);
                    return Done.of(made.value());
                });
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "getDocument",
            summary = "Lees een document",
            description = "What it is, with its newest version; its ETag is asked to change it")
    @GetMapping("/api/documents/{id}")
    ResponseEntity<DocumentItem> get(@PathVariable UUID id) {
        DocumentLine line = readings.get(new DocumentId(id));
        return answers.one(line.document().progress().revision(), DocumentItem.of(line));
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "listDocumentVersions",
            summary = "Lijst van de versies van een document",
            description = "The newest first")
    @GetMapping("/api/documents/{id}/versions")
    ResponseEntity<List<VersionItem>> versions(@PathVariable UUID id) {
        return answers.one(
                readings.versions(new DocumentId(id)).stream().map(VersionItem::of).toList());
    }

    @Requires(Permission.CASE_VIEW)
    @Operation(
            operationId = "getDocumentContent",
            summary = "Haal het bestand van een versie op",
            description = "Byte for byte; a file with a virus is not given")
    @GetMapping(
            path = "/api/documents/{id}/versions/{number}/content",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> content(@PathVariable UUID id, @PathVariable int number) {
        DocumentFiles.Opened opened = files.download(new DocumentId(id), number);
        String disposition =
                ContentDisposition.attachment()
                        .filename(opened.version().file().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(opened.version().file().size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(opened.bytes()));
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "addDocumentVersion",
            summary = "Voeg een versie aan een document toe",
            description =
                    "One file as multipart/form-data. Asks If-Match with the ETag of the document as it was seen",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    @PostMapping("/api/documents/{id}/versions")
    ResponseEntity<Done> replace(HttpServletRequest request, @PathVariable UUID id) {
        var document = new DocumentId(id);
        documents.admit(document);
        SentUpload sent = SentUpload.of(request);
        return answers.changed(
                request,
                sent.command(),
                asked -> {
                    documents.replace(document, asked.revision(), sent.file(), sent.why());
                    return done(document);
                });
    }

    @Requires(Permission.CASE_HANDLE)
    @Operation(
            operationId = "describeDocument",
            summary = "Wijzig de gegevens van een document",
            description = "Asks If-Match with the ETag of the document as it was seen")
    @PostMapping("/api/documents/{id}/metadata")
    ResponseEntity<Done> describe(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody DescribeDocumentBody body) {
        var document = new DocumentId(id);
        return answers.changed(
                request,
                body,
                asked -> {
                    documents.describe(
                            document, asked.revision(), body.about(), body.confidentiality());
                    return done(document);
                });
    }

    private Done done(DocumentId id) {
        Document document = documents.get(id).document();
        return Done.of(id.value(), document.progress().revision());
    }
}
