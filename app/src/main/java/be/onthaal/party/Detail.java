// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that a source states of a customer.
 *
 * @param value dates as registers write them (2000-00-00), sex as MALE or FEMALE, others as text
 * @param since from when it is so, where the source tells
 * @param statedAt when it was told to us
 * @param endedAt when something else took its place; what ended is his history
 * @param contested what the customer says is wrong with what a register states
 */
public record Detail(
        Kind kind,
        String value,
        String source,
        Optional<LocalDate> since,
        Instant statedAt,
        Optional<Instant> endedAt,
        Optional<String> contested) {

    /** What it is about. */
    public enum Kind {
        GIVEN_NAMES,
        FAMILY_NAME,
        /** May be partial. */
        BIRTH_DATE,
        SEX,
        NATIONALITY,
        CIVIL_STATE,
        /** Where the register says he lives, on one line. */
        RESIDENCE,
        DECEASED_ON,
        SECRET_ADDRESS,
        GUARDIAN,
        MOVED_ABROAD;

        /** Shown wherever the customer is shown: whoever helps him must know it. */
        public boolean isIndication() {
            return this == DECEASED_ON
                    || this == SECRET_ADDRESS
                    || this == GUARDIAN
                    || this == MOVED_ABROAD;
        }
    }

    /** How much its source counts. */
    public Trust trust() {
        return Trust.of(source);
    }

    boolean isLive() {
        return endedAt.isEmpty();
    }

    /** Logs do not see the value. */
    @Override
    public String toString() {
        return "Detail[" + kind + "]";
    }
}
