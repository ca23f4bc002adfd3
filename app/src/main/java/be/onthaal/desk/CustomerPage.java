// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseLine;
import be.onthaal.common.PhoneNumber;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Party;
import java.util.List;

/** Everything about a customer that the reader may see. */
public record CustomerPage(
        Party party,
        List<CaseLine> cases,
        Days days,
        List<Looker> lookers,
        boolean edits,
        boolean notes) {

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
