// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.paper.Papers;
import be.onthaal.post.EntryId;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Telling a sender that his piece came in. */
@Controller
class AcknowledgementPages {

    private final Acknowledgement acknowledgement;
    private final Papers papers;
    private final Pages pages;

    AcknowledgementPages(Acknowledgement acknowledgement, Papers papers, Pages pages) {
        this.acknowledgement = acknowledgement;
        this.papers = papers;
        this.pages = pages;
    }

    /** By mail at once; on paper after printing. */
    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/ontvangst")
    View acknowledge(@PathVariable UUID id) {
        return pages.to(
                Acknowledgement.place(
                        Purposes.during(
                                Purpose.POST, () -> acknowledgement.make(new EntryId(id)))));
    }

    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/brief")
    View letter(@PathVariable UUID id) {
        return pages.page(
                "desk/acknowledgement",
                Purposes.during(Purpose.POST, () -> acknowledgement.letter(new EntryId(id))));
    }

    /** To print as it is meant, and to keep; laid out after the transaction that told of it. */
    @Requires(Permission.POST_VIEW)
    @GetMapping("/post/{id}/brief/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        AcknowledgementPage page =
                Purposes.during(Purpose.POST, () -> acknowledgement.letter(new EntryId(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(page.number() + ".pdf")
                                .build()
                                .toString())
                .body(papers.pdf(page.letter().paper()));
    }
}
