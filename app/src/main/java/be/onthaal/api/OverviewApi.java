// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.overview.Overview;
import be.onthaal.overview.Overviews;
import be.onthaal.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a customer, for himself. */
@RestController
@Tag(name = "parties")
class OverviewApi {

    private final Overviews overviews;

    OverviewApi(Overviews overviews) {
        this.overviews = overviews;
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getPartyOverview",
            summary = "Lees alles over een klant, voor hemzelf",
            description =
                    "His data with their source, consents, history, and when and why he was looked"
                            + " at (GDPR art. 15 and 20); that it was made is logged")
    @GetMapping(path = "/api/parties/{id}/overview", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Overview> data(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(overviews.make(new PartyId(id), Overviews.Form.JSON));
    }

    @Requires(Permission.PARTY_VIEW)
    @Operation(
            operationId = "getPartyOverviewPaper",
            summary = "Lees alles over een klant, als PDF in zijn taal",
            description = "PDF/A-3a and PDF/UA-1; that it was made is logged")
    @GetMapping("/api/parties/{id}/overview/pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .body(overviews.paper(new PartyId(id)));
    }
}
