// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.database.Json;
import be.onthaal.overview.Overview;
import be.onthaal.overview.Overviews;
import be.onthaal.overview.Overviews.Form;
import be.onthaal.party.PartyId;
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

    private final Overviews overviews;

    OverviewPages(Overviews overviews) {
        this.overviews = overviews;
    }

    /** To read and to keep. */
    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}/overzicht/pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        byte[] pdf = Purposes.during(Purpose.CONTACT, () -> overviews.paper(new PartyId(id)));
        return file(pdf, MediaType.APPLICATION_PDF, "overzicht.pdf");
    }

    /** To take along to another program. */
    @Requires(Permission.PARTY_VIEW)
    @GetMapping("/klanten/{id}/overzicht/json")
    ResponseEntity<byte[]> data(@PathVariable UUID id) {
        Overview overview =
                Purposes.during(Purpose.CONTACT, () -> overviews.make(new PartyId(id), Form.JSON));
        byte[] json = Json.of(overview).data().getBytes(StandardCharsets.UTF_8);
        return file(json, MediaType.APPLICATION_JSON, "overzicht.json");
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
