// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.model.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A case on a destruction list; once it is destroyed, all that stays of it. */
public record ListedCase(
        UUID list, CaseId id, String number, Kind kind, Dates dates, Rule rule, Decision decision) {

    /** What sort of case, and whose. */
    public record Kind(
            String typeCode, String typeName, UnitId unit, Confidentiality confidentiality) {}

    /** From opening to result. */
    public record Dates(LocalDate openedOn, LocalDate closedOn) {}

    /** How it ended and how long that had to be kept. */
    public record Rule(String resultCode, Retention.Action action, LocalDate keepUntil) {}

    /** What becomes of it. */
    public enum State {
        LISTED,
        /** It is kept for ever, as part of the sample. */
        SAMPLED,
        /** A reviewer has it kept until a later date. */
        TAKEN_OUT,
        /** It was not destroyed, since something had changed. */
        SKIPPED,
        DESTROYED,
        /** Its list was withdrawn. */
        WITHDRAWN
    }

    /**
     * What was decided of it.
     *
     * @param reason in words when somebody took it out, as a code when it was skipped
     * @param contents how many of each thing were destroyed
     * @param digest the fingerprint of what was destroyed; empty while nothing was
     */
    public record Decision(
            State state,
            String reason,
            Optional<LocalDate> later,
            String by,
            Optional<Instant> at,
            String contents,
            String digest) {}
}
