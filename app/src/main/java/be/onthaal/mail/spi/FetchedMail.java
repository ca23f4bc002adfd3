// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.spi;

/** What the server gave for one number. */
public sealed interface FetchedMail {

    long uid();

    /** What was given: the whole mail, or its header. */
    byte[] bytes();

    /** The mail, byte for byte. */
    record Whole(long uid, byte[] bytes) implements FetchedMail {}

    /**
     * The mail is not taken over; a person must look at it in the mailbox itself.
     *
     * @param bytes its header, as far as the server gives it
     * @param reason short code of why
     */
    record HeaderOnly(long uid, byte[] bytes, String reason) implements FetchedMail {}
}
