// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.documents.DocumentId;
import be.onthaal.web.Pages;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Looking at documents. */
@Controller
class DocumentPages {

    private final DocumentDesk desk;
    private final Pages pages;

    DocumentPages(DocumentDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/documenten/{id}")
    View show(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> versie,
            @RequestParam Optional<Integer> pagina) {
        return pages.page("desk/document", look(id, versie, pagina));
    }

    /** The same beside something else, for whoever stays on the page of the case. */
    @Requires(Permission.CASE_VIEW)
    @GetMapping("/documenten/{id}/voorbeeld")
    View preview(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> versie,
            @RequestParam Optional<Integer> pagina) {
        return pages.page("desk/documentPreview", look(id, versie, pagina));
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/documenten/{id}/vergelijk")
    View compare(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> van,
            @RequestParam Optional<Integer> naar) {
        return pages.page(
                "desk/documentCompare",
                Purposes.during(Purpose.CASE, () -> desk.compare(new DocumentId(id), van, naar)));
    }

    @Requires(Permission.AUDIT_VIEW)
    @GetMapping("/documenten/{id}/raadplegingen")
    View log(@PathVariable UUID id, @RequestParam(defaultValue = "1") int pagina) {
        return pages.page(
                "desk/documentLog",
                Purposes.during(Purpose.SUPERVISION, () -> desk.log(new DocumentId(id), pagina)));
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/{id}/documenten")
    View list(@PathVariable UUID id, @RequestParam(defaultValue = "1") int pagina) {
        return pages.page(
                "desk/documents",
                Purposes.during(Purpose.CASE, () -> desk.list(new CaseId(id), pagina)));
    }

    private DocumentPage look(UUID id, Optional<Integer> version, Optional<Integer> page) {
        return Purposes.during(
                Purpose.CASE, () -> desk.show(new DocumentId(id), version, page.orElse(1)));
    }
}
