// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Party;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A customer. */
record PartyBody(
        UUID id,
        Party.Kind kind,
        String name,
        Optional<String> enterpriseNumber,
        String locale,
        List<Point> contactPoints) {

    /** How he is reached. */
    record Point(ContactPoint.Kind kind, String value, boolean preferred) {}

    static PartyBody of(Party party) {
        return new PartyBody(
                party.id().value(),
                party.kind(),
                party.name(),
                party.enterprise().map(EnterpriseNumber::display),
                party.locale(),
                party.contactPoints().stream()
                        .map(point -> new Point(point.kind(), point.value(), point.preferred()))
                        .toList());
    }
}
