// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

import java.time.Instant;
import java.util.Optional;

/** What the server gave for one number. */
public sealed interface FetchedMail {

    long uid();

    /** What was given: the whole mail, or its header. */
    byte[] bytes();

    /** When the server got it, by its own clock; empty when it does not say. */
    Optional<Instant> receivedAt();

    /** The mail, byte for byte. */
    record Whole(long uid, byte[] bytes, Optional<Instant> receivedAt) implements FetchedMail {}

    /**
     * The mail is not taken over; a person must look at it in the mailbox itself.
     *
     * @param bytes its header, as far as the server gives it
     * @param reason short code of why
     */
    record HeaderOnly(long uid, byte[] bytes, String reason, Optional<Instant> receivedAt)
            implements FetchedMail {}
}
