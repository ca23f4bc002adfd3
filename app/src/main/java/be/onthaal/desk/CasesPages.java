// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseId;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.Refused;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.web.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The lists of cases, and what is done with many at once. */
@Controller
class CasesPages {

    private final CasesDesk desk;
    private final Pages pages;

    CasesPages(CasesDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken")
    View cases(
            @RequestParam Optional<CaseFilter.View> view,
            @RequestParam(defaultValue = "DUE_FIRST") CaseFilter.Sort sort,
            @RequestParam(defaultValue = "1") int pagina) {
        return page(
                new CaseFilter(view.orElseGet(CasesPages::usual), sort), pagina, Optional.empty());
    }

    /** Each case in a commit of its own: what a colleague did meanwhile stops only that one. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken")
    View many(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        boolean take = fields.text("do", 20).equals("take");
        Optional<EmployeeId> handler = fields.id("handler").map(EmployeeId::new);
        if (!take && handler.isEmpty()) {
            throw new Refused("desk.choose-colleague");
        }
        int done = 0;
        List<InboxPage.Failure> failures = new ArrayList<>();
        for (UUID value : fields.ids("id")) {
            var id = new CaseId(value);
            try {
                Purposes.run(
                        Purpose.COORDINATION,
                        () ->
                                handler.filter(chosen -> !take)
                                        .ifPresentOrElse(
                                                chosen -> desk.assign(id, chosen),
                                                () -> desk.take(id)));
                done++;
            } catch (OnthaalException problem) {
                failures.add(failure(id, problem));
            }
        }
        var filter =
                new CaseFilter(
                        CaseFilter.View.valueOf(fields.required("view", 20)),
                        CaseFilter.Sort.valueOf(fields.required("sort", 20)));
        return page(filter, 1, Optional.of(new InboxPage.Bulk(done, failures)));
    }

    /** Whoever spreads work begins with what nobody has; others begin with their own. */
    private static CaseFilter.View usual() {
        boolean coordinates = Callers.current().may(Permission.COORDINATE);
        return coordinates ? CaseFilter.View.UNASSIGNED : CaseFilter.View.MINE;
    }

    private InboxPage.Failure failure(CaseId id, OnthaalException problem) {
        String sentence =
                pages.language().of("error." + problem.code(), problem.arguments().toArray());
        try {
            return new InboxPage.Failure(desk.number(id), sentence);
        } catch (OnthaalException gone) {
            return new InboxPage.Failure("", sentence);
        }
    }

    private View page(CaseFilter filter, int number, Optional<InboxPage.Bulk> bulk) {
        return pages.page(
                "desk/cases", Purposes.during(Purpose.CASE, () -> desk.list(filter, number, bulk)));
    }
}
