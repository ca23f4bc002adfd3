// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.NotFound;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.moving.internal.reading.SheetWriter;
import be.onthaal.web.Pages;
import be.onthaal.web.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files to take along: reports, templates, exports, and pieces that came with a case. */
@Controller
class MovingFiles {

    private static final String HOME = "/beheer/verhuizing";
    private static final int PAGE = 1_000;

    private final Transfers transfers;
    private final Exports exports;
    private final BroughtDocuments documents;
    private final Pages pages;

    MovingFiles(Transfers transfers, Exports exports, BroughtDocuments documents, Pages pages) {
        this.transfers = transfers;
        this.exports = exports;
        this.documents = documents;
        this.pages = pages;
    }

    /** Written while it is read, since a report may have as many rows as the files had. */
    @Requires(Permission.TRANSFER)
    @GetMapping(HOME + "/{id}/verslag.csv")
    void report(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var caller = Callers.current().with(Purpose.ADMINISTRATION);
        Transfer transfer = Callers.as(caller, () -> transfers.takeReport(id));
        Text text = pages.language();
        headers(response, "verslag-" + transfer.number() + ".csv");
        SheetWriter out =
                SheetWriter.begin(
                        response.getOutputStream(),
                        List.of(
                                text.of("moving.file"),
                                text.of("moving.row"),
                                text.of("moving.key"),
                                text.of("moving.outcome"),
                                text.of("moving.why")));
        int seq = 0;
        List<Line> lines = Callers.as(caller, () -> transfers.report(id, 0, PAGE));
        while (!lines.isEmpty()) {
            lines.forEach(line -> out.row(row(line, text)));
            seq = lines.getLast().seq();
            int after = seq;
            lines = Callers.as(caller, () -> transfers.report(id, after, PAGE));
        }
        out.flush();
    }

    @Requires(Permission.TRANSFER)
    @GetMapping(HOME + "/sjabloon/{name}")
    void template(@PathVariable String name, HttpServletResponse response) throws IOException {
        Sheet sheet = Sheet.of(name).orElseThrow(() -> new NotFound("moving.template"));
        headers(response, sheet.fileName());
        SheetWriter out = SheetWriter.begin(response.getOutputStream(), sheet.names());
        Examples.of(sheet).forEach(out::row);
        out.flush();
    }

    @Requires(Permission.TRANSFER)
    @GetMapping(HOME + "/uitvoer/{id}")
    ResponseEntity<Resource> export(@PathVariable UUID id) {
        var caller = Callers.current().with(Purpose.ADMINISTRATION);
        Path file = Callers.as(caller, () -> exports.fetch(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved("onthaal.zip"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(file));
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/stukken/{id}")
    ResponseEntity<byte[]> document(@PathVariable UUID id) {
        var caller = Callers.current().with(Purpose.CASE);
        BroughtDocuments.Opened opened = Callers.as(caller, () -> documents.open(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(opened.about().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(opened.bytes());
    }

    private static List<String> row(Line line, Text text) {
        return List.of(
                line.sheet().fileName(),
                String.valueOf(line.row().line()),
                line.shownKey(),
                line.outcome().map(was -> text.of("Verdict." + was.verdict().name())).orElse(""),
                line.outcome().flatMap(Line.Outcome::reason).map(text::of).orElse(""));
    }

    private static void headers(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(name));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private static String saved(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
