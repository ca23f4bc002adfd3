// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.EntryId;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeping an entry of the register right. */
@Controller
class EntryDetailPages {

    private final EntryDetailDesk desk;
    private final Pages pages;

    EntryDetailPages(EntryDetailDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/gegevens")
    View correct(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return done(id, "entry-corrected", () -> desk.correct(new EntryId(id), new Fields(sent)));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/toewijzen")
    View assign(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var handler = new Fields(sent).id("handler").map(EmployeeId::new);
        return done(id, "entry-assigned", () -> desk.assign(new EntryId(id), handler));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/geopend")
    View open(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String subject = new Fields(sent).text("subject", 2_000);
        return done(id, "entry-opened", () -> desk.open(new EntryId(id), subject));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/afzender")
    View confirm(@PathVariable UUID id) {
        return done(id, "entry-corrected", () -> desk.confirm(new EntryId(id)));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/antwoordt")
    View answers(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String number = new Fields(sent).text("number", 40);
        return done(id, "entry-corrected", () -> desk.answers(new EntryId(id), number));
    }

    @Requires(Permission.POST_HANDLE)
    @PostMapping("/post/{id}/annuleer")
    View cancel(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new Fields(sent).text("reason", 2_000);
        return done(id, "entry-cancelled", () -> desk.cancel(new EntryId(id), reason));
    }

    private View done(UUID id, String key, Runnable step) {
        Purposes.run(Purpose.POST, step);
        return pages.to("/post/" + id + "?gedaan=" + key);
    }
}
