// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import java.util.List;
import java.util.Optional;

/**
 * A customer as the authority knows him (foaf:Agent): all profiles that it knows and that were
 * found to be the same one, read as one.
 *
 * @param contactPoints how he is reached now
 * @param formerPoints how he was reached before
 * @param members the profiles he is made of, himself first; whatever was done for him is found
 *     under the profile it was made with
 */
public record Party(
        PartyId id,
        Kind kind,
        String name,
        String locale,
        List<Identifier> identifiers,
        List<ContactPoint> contactPoints,
        List<ContactPoint> formerPoints,
        Details details,
        List<PartyId> members) {

    /** A natural person, or an enterprise, association or other organisation. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    public Party {
        identifiers = List.copyOf(identifiers);
        contactPoints = List.copyOf(contactPoints);
        formerPoints = List.copyOf(formerPoints);
        members = List.copyOf(members);
    }

    /** The value to use of a kind: the preferred one, or else the first. */
    public Optional<String> reachedBy(ContactPoint.Kind wanted) {
        return contactPoints.stream()
                .filter(point -> point.kind() == wanted)
                .sorted((one, other) -> Boolean.compare(other.preferred(), one.preferred()))
                .map(ContactPoint::value)
                .findFirst();
    }

    /** His number in the KBO. */
    public Optional<EnterpriseNumber> enterprise() {
        return number(Identifier.Scheme.ENTERPRISE).map(EnterpriseNumber::new);
    }

    /** His number in the Rijksregister or with the KSZ. */
    public Optional<NationalNumber> nationalNumber() {
        return number(Identifier.Scheme.NATIONAL_NUMBER).map(NationalNumber::new);
    }

    private Optional<String> number(Identifier.Scheme scheme) {
        return identifiers.stream()
                .filter(identifier -> identifier.scheme() == scheme)
                .map(Identifier::value)
                .findFirst();
    }

    /** Logs do not see who it is. */
    @Override
    public String toString() {
        return "Party[" + id + "]";
    }
}
