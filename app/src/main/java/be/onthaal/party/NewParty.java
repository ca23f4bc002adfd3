// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody we did not know yet.
 *
 * @param source where we know him from, such as {@code MAIL} or {@code EMPLOYEE}
 * @param identity numbers under which the group may know him already
 */
public record NewParty(
        Party.Kind kind,
        String name,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        String locale,
        String source,
        Identity identity) {

    /** Numbers that say it is the same one, the surest first. */
    public record Identity(List<Identifier> numbers) {

        /** Nothing but what he says of himself. */
        public static final Identity NONE = new Identity(List.of());

        public Identity {
            numbers = List.copyOf(numbers);
        }

        /** The number of an enterprise, where it is known. */
        public static Identity of(Optional<EnterpriseNumber> enterprise, String source) {
            return NONE.and(
                    Identifier.Scheme.ENTERPRISE, enterprise.map(EnterpriseNumber::value), source);
        }

        /** With a national number, where it is known. */
        public Identity and(Optional<NationalNumber> number, String source) {
            return and(
                    Identifier.Scheme.NATIONAL_NUMBER, number.map(NationalNumber::value), source);
        }

        /** With another number, where it is known. */
        public Identity and(Identifier.Scheme scheme, Optional<String> value, String source) {
            return value.map(
                            known -> {
                                List<Identifier> more = new ArrayList<>(numbers);
                                more.add(new Identifier(scheme, known, source));
                                return new Identity(more);
                            })
                    .orElse(this);
        }
    }

    /** A person of whom we know a name and perhaps a mail address. */
    public static NewParty person(String name, Optional<EmailAddress> email, String source) {
        return new NewParty(
                Party.Kind.PERSON, name, email, Optional.empty(), "nl", source, Identity.NONE);
    }
}
