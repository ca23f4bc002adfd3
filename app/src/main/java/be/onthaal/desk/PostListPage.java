// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Unit;
import be.onthaal.post.PostFilter;
import be.onthaal.post.PostLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of the post register. */
public record PostListPage(
        PostQuery query,
        Page<PostLine> lines,
        Map<PostFilter.View, Long> counts,
        Choices choices,
        LocalDate today,
        Optional<CasesPage.Bulk> bulk) {

    /** What one chooses from, the views that were kept, and whether he may act. */
    public record Choices(
            List<Unit> units,
            Map<UnitId, String> names,
            List<Employee> colleagues,
            List<SavedView> views,
            boolean handles) {}

    public PostFilter filter() {
        return query.filter();
    }

    public String unitName(PostLine line) {
        return choices.names().getOrDefault(line.entry().filing().unit(), "");
    }

    public String handler(PostLine line) {
        return line.entry()
                .particulars()
                .care()
                .handler()
                .flatMap(id ->
                        choices.colleagues().stream()
                                .filter(colleague -> colleague.id().equals(id))
                                .findFirst())
                .map(Employee::name)
                .orElse("");
    }

    /** The address of the list in another order. */
    public String sortedBy(PostFilter.Order order) {
        return "/post?" + query.by(order).text();
    }

    /** True when this view shows just this list. */
    public boolean at(SavedView view) {
        return view.address().equals(query.text());
    }

    /** The address of this list, to which a page number can be added. */
    public String address() {
        return "/post?" + query.text() + "&";
    }
}
