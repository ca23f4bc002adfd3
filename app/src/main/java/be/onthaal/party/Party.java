// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EnterpriseNumber;
import java.util.List;
import java.util.Optional;

/** A customer as the authority knows him (foaf:Agent). */
public record Party(
        PartyId id,
        Kind kind,
        String name,
        Optional<EnterpriseNumber> enterprise,
        String locale,
        List<ContactPoint> contactPoints) {

    /** A natural person, or an enterprise, association or other organisation. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    public Party {
        contactPoints = List.copyOf(contactPoints);
    }

    /** The value to use of a kind: the preferred one, or else the first. */
    public Optional<String> reachedBy(ContactPoint.Kind wanted) {
        return contactPoints.stream()
                .filter(point -> point.kind() == wanted)
                .sorted((one, other) -> Boolean.compare(other.preferred(), one.preferred()))
                .map(ContactPoint::value)
                .findFirst();
    }
}
