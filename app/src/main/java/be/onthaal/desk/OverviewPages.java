// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.database.Json;
import be.onthaal.desk.OverviewDesk.Form;
import be.onthaal.paper.Papers;
import be.onthaal.party.PartyId;
import be.onthaal.web.Texts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the authority knows of a customer, to hand over to him. */
@Controller
class OverviewPages {

    private final OverviewDesk desk;
    private final Papers papers;
    private final Texts texts;

    OverviewPages(OverviewDesk desk, Papers papers, Texts texts) {
        this.desk = desk;
        this.papers = papers;
        this.texts = texts;
    }

    /** To read and to keep; laid out after the transaction that told of it. */
    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}/overzicht/pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        Overview overview = made(id, Form.PDF);
        byte[] pdf =
                papers.pdf(OverviewPaper.of(overview, texts.in(overview.preferences().language())));
        return file(pdf, MediaType.APPLICATION_PDF, "overzicht.pdf");
    }

    /** To take along to another program. */
    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}/overzicht/json")
    ResponseEntity<byte[]> data(@PathVariable UUID id) {
        byte[] json = Json.of(made(id, Form.JSON)).data().getBytes(StandardCharsets.UTF_8);
        return file(json, MediaType.APPLICATION_JSON, "overzicht.json");
    }

    private Overview made(UUID id, Form form) {
        return Purposes.during(Purpose.CONTACT, () -> desk.make(new PartyId(id), form));
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
