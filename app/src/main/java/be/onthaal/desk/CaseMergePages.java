// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseMerges;
import be.onthaal.common.OnthaalException;
import be.onthaal.notifications.Live;
import be.onthaal.web.Pages;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Making one case of two that are about the same, and parting them again. */
@Controller
class CaseMergePages {

    private final CaseMergeDesk desk;
    private final CaseMerges merges;
    private final CaseSteps steps;
    private final Live live;
    private final Pages pages;

    CaseMergePages(CaseMergeDesk desk, CaseMerges merges, CaseSteps steps, Live live, Pages pages) {
        this.desk = desk;
        this.merges = merges;
        this.steps = steps;
        this.live = live;
        this.pages = pages;
    }

    /** What would happen, or why it cannot. */
    @Requires(Permission.CASE_HANDLE)
    @GetMapping("/zaken/{id}/samenvoegen")
    View look(@PathVariable UUID id, @RequestParam(defaultValue = "") String met) {
        var ends = new CaseId(id);
        CaseFile file = Purposes.during(Purpose.CASE, () -> desk.file(ends));
        String number = met.length() <= 40 ? met.strip() : "";
        return pages.page("desk/caseMerge", looked(file, number));
    }

    private CaseMergePage looked(CaseFile file, String number) {
        if (number.isEmpty()) {
            return new CaseMergePage(file, number, Optional.empty(), Optional.empty());
        }
        try {
            CaseMerges.Preview preview =
                    Purposes.during(Purpose.CASE, () -> desk.preview(file.id(), number));
            return new CaseMergePage(file, number, Optional.of(preview), Optional.empty());
        } catch (OnthaalException no) {
            String sentence = pages.language().of("error." + no.code(), no.arguments().toArray());
            return new CaseMergePage(file, number, Optional.empty(), Optional.of(sentence));
        }
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/samenvoegen")
    View merge(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        String number = fields.required("number", 40);
        var wish =
                new CaseMerges.Wish(
                        fields.text("reason", 2_000), fields.optional("other-type", 3).isPresent());
        CaseId[] stays = new CaseId[1];
        steps.run(
                new CaseId(id),
                () -> {
                    stays[0] = desk.merge(new CaseId(id), revision, number, wish);
                    live.changed("case-" + stays[0]);
                });
        return pages.to("/zaken/" + stays[0] + "?gedaan=case-merged");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/samenvoegen/terug")
    View undo(@PathVariable UUID id) {
        steps.run(new CaseId(id), () -> live.changed("case-" + merges.undo(new CaseId(id))));
        return pages.to("/zaken/" + id + "?gedaan=case-unmerged");
    }
}
