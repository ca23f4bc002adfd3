// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.common.Page;
import be.onthaal.organisation.Unit;
import be.onthaal.post.InboxLine;
import be.onthaal.routing.Extras;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What waits in the inbox. */
public record InboxPage(
        Page<InboxLine> lines,
        Optional<UnitId> unit,
        Map<UnitId, Long> open,
        Choices choices,
        Optional<Bulk> bulk,
        long setAside,
        Map<UUID, Extras> marks) {

    /** The names, the units to send to, whether he may act, and which day it is. */
    public record Choices(
            Map<UnitId, String> names, List<Unit> units, boolean handles, LocalDate today) {}

    /** What a rule said of a line when it came in. */
    public Extras marked(InboxLine line) {
        return marks.getOrDefault(line.id().value(), Extras.NONE);
    }

    /** How a bulk action went. */
    public record Bulk(int done, List<Failure> failures) {

        public Bulk {
            failures = List.copyOf(failures);
        }
    }

    /** An item that stayed behind, and the sentence that says why. */
    public record Failure(String number, String problem) {}

    /** The name of who sent it, without the address that a mail has behind it. */
    public static String sender(InboxLine line) {
        String written = line.piece().correspondent();
        int address = written.indexOf(" <");
        return address > 0 ? written.substring(0, address) : written;
    }

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
