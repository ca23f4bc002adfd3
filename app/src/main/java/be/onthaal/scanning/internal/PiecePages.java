// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry;
import be.onthaal.scanning.Scans;
import be.onthaal.scanning.Trays;
import be.onthaal.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One piece after the other, registered with one form; and the scan of what was registered. */
@Controller
class PiecePages {

    private static final String PIECE = TrayPages.HOME + "/{id}";

    /** What somebody can put right in the form. */
    private static final Set<String> IN_FORM =
            Set.of(
                    "post.sender-missing",
                    "post.subject-missing",
                    "post.in-future",
                    "post.late-reason-missing",
                    "post.subject-too-long",
                    "organisation.unit-closed",
                    "scanning.no-day",
                    "scanning.choose-unit");

    private final TrayDesk desk;
    private final Scans scans;
    private final Trays trays;
    private final Pages pages;

    PiecePages(TrayDesk desk, Scans scans, Trays trays, Pages pages) {
        this.desk = desk;
        this.scans = scans;
        this.trays = trays;
        this.pages = pages;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(PIECE)
    View show(@PathVariable UUID id, @RequestParam Optional<UUID> vorige) {
        return pages.page("scanning/piece", during(() -> desk.show(id, vorige)));
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping(PIECE + "/blad/{sheet}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID sheet) {
        return picture(during(() -> scans.picture(id, sheet)));
    }

    /** Registers it and goes to the next one that waits; sent again, it finds the same entry. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/inschrijven")
    View register(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response) {
        var form = new ScanForm(sent);
        try {
            Optional<UUID> next = during(() -> scans.after(id));
            RegisterEntry entry =
                    during(() ->
                            scans.register(id, form.number("revision"), form.entry(desk.today())));
            return pages.to(
                    TrayPages.HOME
                            + next.map(piece -> "/" + piece).orElse("")
                            + "?gedaan=scan-registered&vorige="
                            + entry.id());
        } catch (Refused refused) {
            if (!IN_FORM.contains(refused.code())) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String problem =
                    pages.language().of("error." + refused.code(), refused.arguments().toArray());
            return pages.page("scanning/piece", during(() -> desk.again(id, form, problem)));
        }
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/draai")
    View turn(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = new ScanForm(sent);
        run(() ->
                trays.turn(id, form.number("revision"), form.id("sheet"), form.number("degrees")));
        return to(id, "scan-turned");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/samen")
    View join(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        int revision = new ScanForm(sent).number("revision");
        return to(during(() -> trays.join(id, revision)), "scan-joined");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/splits")
    View split(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = new ScanForm(sent);
        run(() -> trays.split(id, form.number("revision"), form.id("sheet")));
        return to(id, "scan-split");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/weg")
    View discard(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = new ScanForm(sent);
        run(() -> trays.discard(id, form.number("revision"), form.text("reason", 500)));
        return pages.to(TrayPages.HOME + "?gedaan=scan-discarded");
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping(PIECE + "/terug")
    View takeBack(@PathVariable UUID id) {
        run(() -> trays.takeBack(id));
        return to(id, "scan-taken-back");
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/scan")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        byte[] pdf = during(() -> scans.pdf(new EntryId(id)));
        return guarded(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("scan.pdf").build().toString())
                .body(pdf);
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/scan/beeld")
    ResponseEntity<byte[]> firstPage(@PathVariable UUID id) {
        return picture(during(() -> scans.firstPage(new EntryId(id))));
    }

    private View to(UUID piece, String done) {
        return pages.to(TrayPages.HOME + "/" + piece + "?gedaan=" + done);
    }

    private static ResponseEntity<byte[]> picture(byte[] picture) {
        return guarded(MediaType.IMAGE_JPEG).body(picture);
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    static <T> T during(Supplier<T> work) {
        return Callers.as(Callers.current().with(Purpose.POST), work);
    }

    static void run(Runnable work) {
        Callers.run(Callers.current().with(Purpose.POST), work);
    }
}
