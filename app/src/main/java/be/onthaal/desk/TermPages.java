// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseTerms;
import be.onthaal.web.Pages;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Letting the term of a case stand still, go on, or end later. */
@Controller
class TermPages {

    private static final int REASON = 2_000;

    private final CaseSteps steps;
    private final CaseTerms terms;
    private final Pages pages;

    TermPages(CaseSteps steps, CaseTerms terms, Pages pages) {
        this.steps = steps;
        this.terms = terms;
        this.pages = pages;
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/opschorten")
    View suspend(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new Fields(sent).required("reason", REASON);
        return done(id, "case-suspended", () -> terms.suspend(new CaseId(id), reason));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/hervatten")
    View resume(@PathVariable UUID id) {
        return done(id, "case-resumed", () -> terms.resume(new CaseId(id)));
    }

    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken/{id}/verlengen")
    View extend(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = new Fields(sent).required("reason", REASON);
        return done(id, "case-extended", () -> terms.extend(new CaseId(id), reason));
    }

    private View done(UUID id, String key, Runnable step) {
        steps.run(new CaseId(id), step);
        return pages.to("/zaken/" + id + "?gedaan=" + key);
    }
}
