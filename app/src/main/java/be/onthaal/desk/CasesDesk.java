// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.CaseList;
import be.onthaal.cases.Cases;
import be.onthaal.common.Brussels;
import be.onthaal.common.Page;
import be.onthaal.common.PageRequest;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.organisation.EmployeeId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of cases. */
@Service
class CasesDesk {

    private final Cases cases;
    private final SavedViews views;
    private final Lists lists;
    private final Consultations consultations;
    private final Parts parts;
    private final Clock clock;

    CasesDesk(
            Cases cases,
            SavedViews views,
            Lists lists,
            Consultations consultations,
            Parts parts,
            Clock clock) {
        this.cases = cases;
        this.views = views;
        this.lists = lists;
        this.consultations = consultations;
        this.parts = parts;
        this.clock = clock;
    }

    @Transactional
    CasesPage list(CaseFilter filter, int number, Optional<InboxPage.Bulk> bulk) {
        Caller caller = Callers.current();
        Part<CaseList> list =
                cases.partOfList(filter, PageRequest.nearest(number, PageRequest.USUAL_SIZE));
        Part<List<SavedView>> saved = views.of("cases");
        Parts.Answers answers = parts.ask(list, saved);
        Page<CaseLine> lines = answers.to(list).page();
        consultations.list("desk.cases-viewed", CaseParties.of(lines.rows()));
        boolean coordinates = caller.may(Permission.COORDINATE);
        var choices =
                new CasesPage.Choices(
                        answers.to(saved),
                        coordinates ? lists.colleagues() : List.of(),
                        lists.unitNames(),
                        caller.may(Permission.CASE_HANDLE),
                        coordinates);
        return new CasesPage(
                filter, lines, answers.to(list).counts(), choices, Brussels.today(clock), bulk);
    }

    @Transactional(readOnly = true)
    String number(CaseId id) {
        return cases.get(id).file().number().display();
    }

    @Transactional
    void take(CaseId id) {
        cases.take(id);
    }

    @Transactional
    void assign(CaseId id, EmployeeId handler) {
        cases.assign(id, handler);
    }
}
