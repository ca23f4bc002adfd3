// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLinks;
import be.onthaal.cases.CaseRoles;
import be.onthaal.party.PartyId;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What stands around a case: other customers in it, and other cases. */
@Controller
class CaseAroundPages {

    private final CaseAroundDesk desk;
    private final CaseRoles roles;
    private final CaseSteps steps;
    private final Pages pages;

    CaseAroundPages(CaseAroundDesk desk, CaseRoles roles, CaseSteps steps, Pages pages) {
        this.desk = desk;
        this.roles = roles;
        this.steps = steps;
        this.pages = pages;
    }

    /** Looks a customer up to give him a role; a name never stands in an address. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/betrokkenen/zoek")
    View find(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String query = new Fields(sent).text("q", 100);
        return pages.page(
                "desk/caseRole",
                Purposes.during(Purpose.CASE, () -> desk.find(new CaseId(id), query)));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/betrokkenen")
    View add(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        PartyId party = PartyId.of(fields.required("party", 36));
        String role = fields.required("role", 60);
        return done(id, "role-added", () -> roles.add(new CaseId(id), role, party));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/betrokkenen/weg")
    View remove(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID holder = UUID.fromString(new Fields(sent).required("holder", 36));
        return done(id, "role-removed", () -> roles.remove(new CaseId(id), holder));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/banden")
    View link(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String number = fields.required("number", 40);
        var kind = CaseLinks.Kind.valueOf(fields.required("as", 20));
        return done(id, "case-linked", () -> desk.link(new CaseId(id), number, kind));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/banden/weg")
    View unlink(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID link = UUID.fromString(new Fields(sent).required("link", 36));
        return done(id, "case-unlinked", () -> desk.unlink(new CaseId(id), link));
    }

    private View done(UUID id, String key, Runnable step) {
        steps.run(new CaseId(id), step);
        return pages.to("/zaken/" + id + "?gedaan=" + key + "#rond");
    }
}
