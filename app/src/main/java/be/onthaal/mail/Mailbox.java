// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A mailbox and how it fares.
 *
 * @param answersMarked whether its mail server takes an address with a plus and a mark, by which an
 *     answer finds its case
 */
public record Mailbox(
        MailboxId id,
        UnitId unit,
        String address,
        String name,
        Confidentiality confidentiality,
        Server server,
        State state,
        boolean answersMarked,
        Health health,
        Tally tally) {

    /** How it is reached; the password stays sealed. */
    public record Server(String url, String user, String folder) {}

    /** Whether it is read. */
    public enum State {
        ACTIVE,
        PAUSED
    }

    /**
     * When it was last reached.
     *
     * @param lookedAt the last time that we knew we had everything that was there
     * @param lag how long ago that is, for one that should be read
     * @param problem code of what goes wrong now, such as {@code login-refused}
     */
    public record Health(
            Optional<Instant> lookedAt,
            Optional<Instant> lastMailAt,
            Optional<Duration> lag,
            Optional<String> problem,
            Optional<Instant> problemSince) {}

    /**
     * That nothing is lost: what was seen was stored, and what was stored is in one of four states.
     */
    public record Tally(long seen, long waiting, long read, long unreadable, long quarantined) {

        public long stored() {
            return waiting + read + unreadable + quarantined;
        }

        public boolean adds() {
            return seen == stored();
        }
    }
}
