// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFilter;
import be.onthaal.cases.CaseLine;
import be.onthaal.common.Page;
import be.onthaal.organisation.Employee;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of cases that people work from. */
public record CasesPage(
        CaseFilter filter,
        Page<CaseLine> lines,
        Map<CaseFilter.View, Long> counts,
        Choices choices,
        LocalDate today,
        Optional<InboxPage.Bulk> bulk) {

    /** His own views, the colleagues to give work to, the units, and what he may do. */
    public record Choices(
            List<SavedView> views,
            List<Employee> colleagues,
            Map<UnitId, String> names,
            boolean handles,
            boolean coordinates) {}

    public String unitName(CaseLine line) {
        return choices.names().getOrDefault(line.placement().unit(), "");
    }

    public Remaining remaining(CaseLine line) {
        return Remaining.of(line.dates().dueOn(), today, line.status());
    }

    /** The choices of this view, as they stand in its address. */
    public String query() {
        return query(filter.view(), filter.sort());
    }

    public static String query(CaseFilter.View view, CaseFilter.Sort sort) {
        return "view=" + view.name() + "&sort=" + sort.name();
    }

    public String address() {
        return "/zaken?" + query() + "&";
    }
}
