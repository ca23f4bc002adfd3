// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.cases.CaseFindings;
import be.onthaal.cases.CaseQuestion;
import be.onthaal.cases.CaseSearch;
import be.onthaal.common.PageRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding cases by what was said in them. */
@Service
class CaseSearchDesk {

    private static final int ON_PAGE = 20;

    private final CaseSearch search;
    private final Lists lists;
    private final Consultations consultations;

    CaseSearchDesk(CaseSearch search, Lists lists, Consultations consultations) {
        this.search = search;
        this.lists = lists;
        this.consultations = consultations;
    }

    @Transactional
    CaseSearchPage find(CaseQuestion question, int number) {
        Optional<CaseFindings> found =
                Optional.of(question)
                        .filter(asked -> !asked.words().isBlank())
                        .map(asked -> search.search(asked, PageRequest.nearest(number, ON_PAGE)));
        found.ifPresent(seen ->
                consultations.list(
                        "desk.cases-searched",
                        CaseParties.of(
                                seen.page().rows().stream()
                                        .map(CaseFindings.Finding::line)
                                        .toList())));
        return new CaseSearchPage(
                question, found, new CaseSearchPage.Names(lists.unitNames(), lists.caseTypes()));
    }
}
