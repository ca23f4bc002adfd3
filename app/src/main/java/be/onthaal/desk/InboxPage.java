// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.organisation.Unit;
import be.onthaal.post.InboxLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits in the inbox. */
public record InboxPage(
        Page<InboxLine> lines,
        Optional<UnitId> unit,
        Map<UnitId, Long> open,
        Choices choices,
        LocalDate today,
        Optional<Bulk> bulk) {

    /** The names, the units to send to, and whether he may act. */
    public record Choices(Map<UnitId, String> names, List<Unit> units, boolean handles) {}

    /** How a bulk action went. */
    public record Bulk(int done, List<Failure> failures) {

        public Bulk {
            failures = List.copyOf(failures);
        }
    }

    /** An item that stayed behind, and the sentence that says why. */
    public record Failure(String number, String problem) {}

    public String unitName(UnitId id) {
        return choices.names().getOrDefault(id, "");
    }

    public long total() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The address of this view, to which a page number can be added. */
    public String address() {
        return "/postvak?" + unit.map(id -> "dienst=" + id + "&").orElse("");
    }
}
