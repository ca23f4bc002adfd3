// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import be.onthaal.access.UnitId;
import java.time.LocalDate;
import java.util.Optional;

/** A service or team of an authority (org:OrganizationalUnit). */
public record Unit(
        UnitId id,
        Optional<UnitId> parent,
        Kind kind,
        String name,
        LocalDate openedOn,
        Optional<LocalDate> closedOn) {

    /** A service, or a team inside one. */
    public enum Kind {
        UNIT,
        TEAM
    }

    public boolean openOn(LocalDate date) {
        return closedOn.map(date::isBefore).orElse(true);
    }
}
