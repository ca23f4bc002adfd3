// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.LogLine;
import be.onthaal.common.PhoneNumber;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Party;
import be.onthaal.timeline.TimelineLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Everything about a customer that the reader may see. */
public record CustomerPage(
        Party party,
        List<TimelineLine> cases,
        Days days,
        List<LogLine> lookers,
        boolean edits,
        boolean notes) {

    private static final Set<String> ENDS = Set.of("cases.closed", "cases.cancelled");

    /** The cases whose last word on the customer's timeline is not that they ended. */
    static List<TimelineLine> openCases(List<TimelineLine> newestFirst) {
        Set<UUID> seen = new HashSet<>();
        List<TimelineLine> open = new ArrayList<>();
        for (TimelineLine line : newestFirst) {
            line.ref()
                    .filter(ref -> ref.kind().equals("CASE"))
                    .filter(ref -> seen.add(ref.id()))
                    .filter(ref -> !ENDS.contains(line.event()))
                    .ifPresent(ref -> open.add(line));
        }
        return List.copyOf(open);
    }

    /** The first letters of a name, for where a picture could be. */
    public String initials() {
        return initials(party.name());
    }

    /** A contact point as people write it. */
    public static String shown(ContactPoint point) {
        return point.kind() == ContactPoint.Kind.PHONE
                ? PhoneNumber.parse(point.value()).map(PhoneNumber::display).orElse(point.value())
                : point.value();
    }

    public static String initials(String name) {
        String[] words = name.strip().split("\\s+", 3);
        String first = words[0].isEmpty() ? "" : words[0].substring(0, 1);
        String second = words.length < 2 ? "" : words[words.length - 1].substring(0, 1);
        return first + second;
    }
}
