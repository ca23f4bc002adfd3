// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.access.Purpose;
import be.onthaal.access.Requires;
import be.onthaal.cases.CaseFilter;
import be.onthaal.web.Pages;
import java.util.Optional;
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
    private final CaseBulk bulk;
    private final Pages pages;

    CasesPages(CasesDesk desk, CaseBulk bulk, Pages pages) {
        this.desk = desk;
        this.bulk = bulk;
        this.pages = pages;
    }

    @Requires(Permission.CASE_VIEW)
    @GetMapping("/zaken")
    View cases(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int pagina) {
        Optional<CaseQuery> query =
                sent.containsKey("view")
                        ? Optional.of(CaseQuery.read(new Fields(sent), usual()))
                        : Optional.empty();
        return page(query, pagina, Optional.empty());
    }

    /** Each case in a commit of its own; then the same list, with what became of each. */
    @Requires(Permission.CASE_HANDLE)
    @PostMapping("/zaken")
    View many(@RequestParam MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        Fields address = Fields.address(fields.text("query", SavedViews.LONGEST_QUERY));
        CaseQuery query = CaseQuery.read(address, usual());
        CasesPage.Bulk done =
                Purposes.during(Purpose.COORDINATION, () -> bulk.act(fields, pages.language()));
        return page(Optional.of(query), 1, Optional.of(done));
    }

    /** Whoever spreads work begins with what nobody has; others begin with their own. */
    static CaseFilter.View usual() {
        boolean coordinates = Callers.current().may(Permission.COORDINATE);
        return coordinates ? CaseFilter.View.UNASSIGNED : CaseFilter.View.MINE;
    }

    private View page(Optional<CaseQuery> query, int number, Optional<CasesPage.Bulk> bulk) {
        return pages.page(
                "desk/cases",
                Purposes.during(Purpose.CASE, () -> desk.list(query, usual(), number, bulk)));
    }
}
