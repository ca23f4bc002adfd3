// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a customer is reached (schema:ContactPoint). Of each kind one at most is preferred, and that
 * holds for the whole group: the address is shared, so what he wants done with it is too.
 *
 * @param source where we know it from, such as {@code MAIL} or {@code EMPLOYEE}
 * @param preferred whether this one is used when there are several
 */
public record ContactPoint(
        Kind kind, String value, String source, boolean preferred, Standing standing) {

    /** What sort of address it is. */
    public enum Kind {
        EMAIL,
        PHONE,
        ADDRESS
    }

    /**
     * Whether it is surely his, and still in use.
     *
     * @param verified empty as long as nobody made sure: that a mail came from it proves nothing
     */
    public record Standing(Optional<Verified> verified, Optional<OutOfUse> outOfUse) {

        static final Standing NEW = new Standing(Optional.empty(), Optional.empty());
    }

    /** Somebody made sure that the customer is reached here. */
    public record Verified(LocalDate on, How how) {}

    /** How it was made sure. */
    public enum How {
        /** He answered what was sent there. */
        REPLY,
        /** He repeated a code that was sent there. */
        CODE,
        /** He confirmed it, standing before somebody who knew who he was. */
        IN_PERSON
    }

    /** He is not reached here any more. */
    public record OutOfUse(LocalDate on, Why why) {}

    /** Why it is no longer used. */
    public enum Why {
        /** Undeliverable, or not connected. */
        UNREACHABLE,
        /** It is somebody else's. */
        NOT_HIS,
        /** He does not want to be reached here. */
        UNWANTED,
        /** He has another one. */
        REPLACED
    }

    /** What is stated, not verified by anybody. */
    public ContactPoint(Kind kind, String value, String source, boolean preferred) {
        this(kind, value, source, preferred, Standing.NEW);
    }

    /** As people write it: a telephone number with its spaces. */
    public String display() {
        return kind == Kind.PHONE
                ? PhoneNumber.parse(value).map(PhoneNumber::display).orElse(value)
                : value;
    }

    public boolean inUse() {
        return standing.outOfUse().isEmpty();
    }

    boolean isSameAs(ContactPoint other) {
        return kind == other.kind && value.equals(other.value);
    }
}
