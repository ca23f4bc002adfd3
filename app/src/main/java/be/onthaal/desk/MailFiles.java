// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.NotFound;
import be.onthaal.mail.AttachmentId;
import be.onthaal.mail.MailView;
import be.onthaal.post.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What strangers sent: shown in a frame that may do nothing, or saved as a file that no browser
 * opens by itself.
 */
@Controller
class MailFiles {

    private static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-same-origin";
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final EntryDesk desk;

    MailFiles(EntryDesk desk) {
        this.desk = desk;
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/inhoud")
    ResponseEntity<byte[]> content(@PathVariable UUID id) {
        MailView mail =
                Purposes.during(Purpose.POST, () -> desk.mailOf(new EntryId(id)))
                        .orElseThrow(() -> new NotFound("desk.mail"));
        String html =
                mail.htmlWithPictures(part -> "/post/" + id + "/beeld/" + part)
                        .orElseThrow(() -> new NotFound("desk.mail"));
        String page =
                "<!doctype html><html><head><meta charset=\"utf-8\"><base target=\"_blank\">"
                        + "<style>body{font:1rem/1.5 sans-serif;margin:0;overflow-wrap:anywhere}"
                        + "img{max-width:100%;height:auto}</style></head><body>"
                        + html
                        + "</body></html>";
        return guarded(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture that came inside the mail and stands in its text. */
    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/beeld/{part}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID part) {
        EntryDesk.Attached found =
                part(id, part)
                        .filter(known -> PICTURES.contains(known.about().type()))
                        .orElseThrow(() -> new NotFound("desk.attachment"));
        return guarded(MediaType.parseMediaType(found.about().type())).body(found.bytes());
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/bijlage/{part}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID part) {
        EntryDesk.Attached found =
                part(id, part).orElseThrow(() -> new NotFound("desk.attachment"));
        return saved(found.about().name(), found.bytes());
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/origineel")
    ResponseEntity<byte[]> original(@PathVariable UUID id) {
        EntryDesk.Original found =
                Purposes.during(Purpose.POST, () -> desk.originalOf(new EntryId(id)))
                        .orElseThrow(() -> new NotFound("desk.mail"));
        return saved(found.number() + ".eml", found.bytes());
    }

    private Optional<EntryDesk.Attached> part(UUID id, UUID part) {
        return Purposes.during(
                Purpose.POST, () -> desk.partOf(new EntryId(id), new AttachmentId(part)));
    }

    static ResponseEntity<byte[]> saved(String name, byte[] bytes) {
        String disposition =
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString();
        return guarded(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(bytes);
    }

    private static ResponseEntity.BodyBuilder guarded(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", FRAME_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
