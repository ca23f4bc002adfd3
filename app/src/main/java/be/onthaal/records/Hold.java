// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records;

import be.onthaal.cases.CaseId;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Why something may not be destroyed, until somebody lifts it (legal hold, ISO 16175).
 *
 * @param about the number of the case by which it was placed; empty for a type
 */
public record Hold(
        UUID id, Scope scope, String about, String reason, Done placed, Optional<Lifted> lifted) {

    /** What may not be destroyed. */
    public sealed interface Scope {

        /** One case. */
        record OfCase(CaseId file) implements Scope {}

        /** The cases of a type that were opened in a period, both days included. */
        record OfType(String typeCode, LocalDate from, LocalDate until) implements Scope {}

        /** Every case of a customer, also under a profile that was merged with his. */
        record OfCustomer(PartyId party) implements Scope {}
    }

    /** Who did it, and when. */
    public record Done(Instant at, String by) {}

    /** Who lifted it, and why. */
    public record Lifted(Done done, String reason) {}
}
