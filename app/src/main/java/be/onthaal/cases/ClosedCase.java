// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.PublicNumber;
import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/** A closed case as who keeps the archive sees it: no subject, and no name. */
public record ClosedCase(
        CaseId id,
        PublicNumber number,
        String typeCode,
        String typeName,
        UnitId unit,
        Confidentiality confidentiality,
        Optional<PartyId> party,
        Life life,
        Retention.Action action,
        Optional<LocalDate> keepUntil) {

    /** From opening to result, in days of Brussels. */
    public record Life(LocalDate openedOn, LocalDate closedOn, String resultCode) {}

    /** Whether the last day it must be kept has passed. */
    public boolean isDue(LocalDate today) {
        return action != Retention.Action.KEEP
                && keepUntil.filter(last -> last.isBefore(today)).isPresent();
    }
}
