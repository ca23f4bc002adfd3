// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.PhoneNumber;
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

    /** Numbers that say it is the same one: of the enterprise, or of the system he came from. */
    public record Identity(Optional<EnterpriseNumber> enterprise, Optional<String> externalKey) {

        public static final Identity NONE = new Identity(Optional.empty(), Optional.empty());
    }

    /** A person of whom we know a name and perhaps a mail address. */
    public static NewParty person(String name, Optional<EmailAddress> email, String source) {
        return new NewParty(
                Party.Kind.PERSON, name, email, Optional.empty(), "nl", source, Identity.NONE);
    }
}
