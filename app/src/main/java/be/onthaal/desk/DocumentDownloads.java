// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.DocumentLine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bytes of documents: files that no browser opens by itself, and pictures of pages. */
@Controller
class DocumentDownloads {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final DocumentModules modules;
    private final DocumentSelection selection;

    DocumentDownloads(DocumentModules modules, DocumentSelection selection) {
        this.modules = modules;
        this.selection = selection;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/documenten/{id}/versies/{number}/bestand")
    ResponseEntity<Resource> download(@PathVariable UUID id, @PathVariable int number) {
        DocumentFiles.Opened opened = opened(new DocumentId(id), number);
        return guarded(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(opened.version().file().name()))
                .contentLength(opened.version().file().size())
                .body(new InputStreamResource(opened.bytes()));
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/documenten/{id}/versies/{number}/beeld/{page}")
    ResponseEntity<byte[]> picture(
            @PathVariable UUID id, @PathVariable int number, @PathVariable int page) {
        byte[] picture =
                Purposes.during(
                        Purpose.CASE,
                        () -> modules.pictures().page(new DocumentId(id), number, page));
        return guarded(MediaType.IMAGE_PNG).body(picture);
    }

    /**
     * The documents that were chosen, or all of the case, in one file that is written as it goes.
     */
    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/{id}/documenten/zip")
    void zip(
            @PathVariable UUID id,
            @RequestParam Optional<List<UUID>> document,
            HttpServletResponse response)
            throws IOException {
        DocumentSelection.Chosen chosen =
                Purposes.during(
                        Purpose.CASE,
                        () -> selection.of(new CaseId(id), document.orElse(List.of())));
        response.setContentType("application/zip");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(chosen.name() + ".zip"));
        response.flushBuffer();
        write(chosen.lines(), response.getOutputStream());
    }

    /** What breaks halfway is not closed: half a file must not look like a whole one. */
    @SuppressWarnings("resource") // only a whole one is finished
    private void write(List<DocumentLine> lines, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        int place = 0;
        for (DocumentLine line : lines) {
            place++;
            DocumentFiles.Opened opened = opened(line.document().id(), line.version().number());
            try (InputStream bytes = opened.bytes()) {
                zip.putNextEntry(
                        new ZipEntry("%03d-%s".formatted(place, opened.version().file().name())));
                bytes.transferTo(zip);
                zip.closeEntry();
            }
        }
        zip.close();
    }

    private DocumentFiles.Opened opened(DocumentId id, int number) {
        return Callers.as(
                Callers.current().with(Purpose.CASE), () -> modules.files().download(id, number));
    }

    private static String saved(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
