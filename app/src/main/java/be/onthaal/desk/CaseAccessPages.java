// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseAccess;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.web.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who sees a case beyond his rights: named on it, or in an emergency that is reviewed after. */
@Controller
class CaseAccessPages {

    private static final int REASON = 2_000;

    private final CaseAccess access;
    private final Cases cases;
    private final CaseSteps steps;
    private final Lists lists;
    private final Parts parts;
    private final Pages pages;

    CaseAccessPages(
            CaseAccess access,
            Cases cases,
            CaseSteps steps,
            Lists lists,
            Parts parts,
            Pages pages) {
        this.access = access;
        this.cases = cases;
        this.steps = steps;
        this.lists = lists;
        this.parts = parts;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken/{id}/inzage")
    View people(@PathVariable UUID id) {
        CaseFile file = cases.consult(new CaseId(id)).file();
        boolean decides = access.decides(file);
        return pages.page(
                "desk/entrusted",
                Purposes.during(
                        Purpose.CASE,
                        () ->
                                new EntrustedPage(
                                        file,
                                        lists.unitNames().getOrDefault(file.placement().unit(), ""),
                                        parts.answer(access.partOf(file.id())),
                                        decides ? lists.colleagues() : List.of(),
                                        decides)));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/inzage")
    View name(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var colleague = new EmployeeId(UUID.fromString(fields.required("colleague", 36)));
        String reason = fields.text("reason", REASON);
        steps.run(
                new CaseId(id),
                () -> access.name(new CaseId(id), colleague, reason, fields.day("until")));
        return pages.to("/zaken/" + id + "/inzage?gedaan=person-named");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/inzage/weg")
    View end(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID entrusted = UUID.fromString(new Fields(sent).required("entrusted", 36));
        steps.run(new CaseId(id), () -> access.end(new CaseId(id), entrusted));
        return pages.to("/zaken/" + id + "/inzage?gedaan=person-taken-off");
    }

    @Requires(Permission.CASE_EMERGENCY)
    @GetMapping("/zaken/nood")
    View emergency() {
        return pages.page("desk/emergency", new EmergencyPage(CaseAccess.EMERGENCY.toHours()));
    }

    @Requires(Permission.CASE_EMERGENCY)
    @PostMapping("/zaken/nood")
    View open(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String number = fields.required("number", 40);
        String reason = fields.text("reason", REASON);
        CaseId id = Purposes.during(Purpose.CASE, () -> access.openInEmergency(number, reason));
        return pages.to("/zaken/" + id + "?gedaan=emergency-opened");
    }

    @Requires(Permission.AUDIT_VIEW)
    @GetMapping("/logboek/nood")
    View emergencies() {
        return pages.page(
                "desk/emergencies",
                Purposes.during(
                        Purpose.SUPERVISION,
                        () ->
                                new EmergenciesPage(
                                        access.emergencies(), Callers.current().account())));
    }

    @Requires(Permission.AUDIT_VIEW)
    @PostMapping("/logboek/nood/{id}")
    View review(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        boolean justified = fields.required("verdict", 10).equals("right");
        String note = fields.text("note", REASON);
        Purposes.run(Purpose.SUPERVISION, () -> access.review(id, justified, note));
        return pages.to("/logboek/nood?gedaan=emergency-reviewed");
    }
}
