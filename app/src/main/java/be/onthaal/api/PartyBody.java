// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A customer. */
record PartyBody(
        UUID id,
        Party.Kind kind,
        String name,
        Optional<String> enterpriseNumber,
        List<Number> identifiers,
        String locale,
        List<Point> contactPoints,
        List<Stated> details,
        List<UUID> mergedFrom) {

    /** A number that says who he is, as registers exchange it. */
    record Number(Identifier.Scheme scheme, String value) {}

    /** What is believed of him, and on whose word. */
    record Stated(
            Detail.Kind kind,
            String value,
            String source,
            Optional<LocalDate> since,
            Instant statedAt,
            Optional<String> contested) {}

    /** How he is reached. */
    record Point(
            ContactPoint.Kind kind,
            String value,
            boolean preferred,
            Optional<LocalDate> verifiedOn,
            Optional<ContactPoint.How> verifiedHow) {

        static Point of(ContactPoint point) {
            return new Point(
                    point.kind(),
                    point.value(),
                    point.preferred(),
                    point.standing().verified().map(ContactPoint.Verified::on),
                    point.standing().verified().map(ContactPoint.Verified::how));
        }
    }

    static PartyBody of(Party party) {
        return new PartyBody(
                party.id().value(),
                party.kind(),
                party.name(),
                party.enterprise().map(EnterpriseNumber::display),
                party.identifiers().stream()
                        .filter(number -> number.scheme() != Identifier.Scheme.EXTERNAL)
                        .map(number -> new Number(number.scheme(), number.value()))
                        .toList(),
                party.locale(),
                party.contactPoints().stream().map(Point::of).toList(),
                party.details().believed().stream().map(PartyBody::stated).toList(),
                party.members().stream().skip(1).map(PartyId::value).toList());
    }

    private static Stated stated(Detail detail) {
        return new Stated(
                detail.kind(),
                detail.value(),
                detail.source(),
                detail.since(),
                detail.statedAt(),
                detail.contested());
    }
}
