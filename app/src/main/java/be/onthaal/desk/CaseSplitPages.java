// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseSplits;
import be.onthaal.notifications.Live;
import be.onthaal.web.Pages;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Making a case of its own of a part of a case, and putting it back. */
@Controller
class CaseSplitPages {

    private final CaseSplitDesk desk;
    private final CaseSplits splits;
    private final CaseSteps steps;
    private final Live live;
    private final Pages pages;

    CaseSplitPages(CaseSplitDesk desk, CaseSplits splits, CaseSteps steps, Live live, Pages pages) {
        this.desk = desk;
        this.splits = splits;
        this.steps = steps;
        this.live = live;
        this.pages = pages;
    }

    @Requires(Permission.CASE_HANDLE)
    @GetMapping("/zaken/{id}/splitsen")
    View look(@PathVariable UUID id) {
        return pages.page(
                "desk/caseSplit", Purposes.during(Purpose.CASE, () -> desk.look(new CaseId(id))));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/splitsen")
    View split(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var wish =
                new CaseSplits.Wish(
                        fields.required("type", 60),
                        fields.text("subject", Fields.SUBJECT),
                        fields.text("reason", 2_000),
                        fields.ids("note-id"),
                        fields.ids("task-id"),
                        fields.ids("document"));
        var made = new AtomicReference<CaseId>(new CaseId(id));
        steps.run(new CaseId(id), () -> made.set(desk.split(new CaseId(id), revision, wish)));
        return pages.to("/zaken/" + made.get() + "?gedaan=case-split");
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/splitsen/terug")
    View undo(@PathVariable UUID id) {
        var back = new AtomicReference<CaseId>(new CaseId(id));
        steps.run(
                new CaseId(id),
                () -> {
                    back.set(splits.undo(new CaseId(id)));
                    live.changed("case-" + back.get());
                });
        return pages.to("/zaken/" + back.get() + "?gedaan=case-unsplit");
    }
}
