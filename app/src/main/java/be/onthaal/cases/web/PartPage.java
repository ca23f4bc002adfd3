// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.web;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseTypeVersion;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.model.CaseTypeDefinition;
import be.onthaal.cases.model.Phase;
import be.onthaal.organisation.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A form for one part of a draft.
 *
 * @param part what is edited; nothing when it is new
 * @param phase the phase in which a task stands
 */
public record PartPage<T>(
        CaseTypeVersion version,
        Optional<T> part,
        Optional<Phase> phase,
        List<Unit> units,
        List<ReplyTemplate> templates) {

    public CaseTypeVersion.Head head() {
        return version.head();
    }

    public CaseTypeDefinition type() {
        return version.definition();
    }

    public String path() {
        return CaseTypePages.at(head().id());
    }

    public boolean isUnit(Optional<UnitId> chosen, Unit unit) {
        return chosen.equals(Optional.of(unit.id()));
    }
}
