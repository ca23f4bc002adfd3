// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import be.onthaal.access.Authorities;
import be.onthaal.access.Authority;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.OpenToAll;
import be.onthaal.common.NotFound;
import be.onthaal.database.Json;
import be.onthaal.overview.Overviews;
import be.onthaal.party.PartyId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A citizen takes along what an authority knows of him. */
@Controller
class MyOverviewPages {

    private static final String WHY = "the session of a citizen decides whose data this is";

    private final Authorities authorities;
    private final MyBrowser browsers;
    private final Overviews overviews;

    MyOverviewPages(Authorities authorities, MyBrowser browsers, Overviews overviews) {
        this.authorities = authorities;
        this.browsers = browsers;
        this.overviews = overviews;
    }

    /** To read and to keep. */
    @OpenToAll(because = WHY)
    @GetMapping("/mijn/{slug}/overzicht/pdf")
    ResponseEntity<byte[]> paper(@PathVariable String slug, HttpServletRequest request) {
        return file(
                made(slug, request, overviews::paper),
                MediaType.APPLICATION_PDF,
                "mijn-gegevens.pdf");
    }

    /** To take along to another program. */
    @OpenToAll(because = WHY)
    @GetMapping("/mijn/{slug}/overzicht/json")
    ResponseEntity<byte[]> data(@PathVariable String slug, HttpServletRequest request) {
        return file(
                made(slug, request, me -> json(me)),
                MediaType.APPLICATION_JSON,
                "mijn-gegevens.json");
    }

    private byte[] json(PartyId me) {
        return Json.of(overviews.make(me, Overviews.Form.JSON))
                .data()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] made(String slug, HttpServletRequest request, Function<PartyId, byte[]> work) {
        Authority authority =
                Callers.as(Caller.signingIn(), () -> authorities.find(slug))
                        .orElseThrow(() -> new NotFound("access.authority"));
        MySessions.Mine mine =
                browsers.of(authority, request).orElseThrow(() -> new NotFound("portal.mine"));
        return Callers.as(Caller.customer(authority), () -> work.apply(mine.party()));
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
