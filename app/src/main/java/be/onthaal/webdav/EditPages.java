// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.common.Refused;
import be.onthaal.common.Token;
import be.onthaal.documents.DocumentId;
import be.onthaal.documents.Documents;
import be.onthaal.web.BrowserSession;
import be.onthaal.web.Pages;
import be.onthaal.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Opening a document in the program on the desk of whoever asks. */
@Controller
class EditPages {

    private final EditAddresses addresses;
    private final Documents documents;
    private final Pages pages;
    private final WebSettings settings;

    EditPages(EditAddresses addresses, Documents documents, Pages pages, WebSettings settings) {
        this.addresses = addresses;
        this.documents = documents;
        this.pages = pages;
        this.settings = settings;
    }

    /** Gives an address out and starts the program; the page says what to do when none starts. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/documenten/{id}/bewerken")
    View edit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "MICROSOFT") String program,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = new DocumentId(id);
        EditPage page =
                Callers.as(
                        Callers.current().with(Purpose.CASE),
                        () -> {
                            documents.admit(document);
                            return page(document, Program.valueOf(program), request);
                        });
        response.setHeader("Refresh", "0; url=" + page.link());
        return pages.page("webdav/opening", page);
    }

    private EditPage page(DocumentId id, Program program, HttpServletRequest request) {
        Token browser =
                BrowserSession.of(request, settings)
                        .orElseThrow(() -> new Refused("access.sign-in-needed"));
        EditAddresses.Given given = addresses.give(id, program, browser);
        String address = settings.address() + given.path();
        return new EditPage(
                id.value(),
                given.title(),
                program.called(given.kind()),
                program.opens(given.kind(), address),
                address);
    }
}
