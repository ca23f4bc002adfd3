// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.cases.model.CaseTypeDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One version of a case type as those see it who keep the types. */
public record CaseTypeVersion(Head head, CaseTypeDefinition definition) {

    /**
     * What it is called and since when it holds.
     *
     * @param from the first day on which new cases get it; empty for a draft
     * @param until the first day on which they do not any more
     * @param revision the count of changes to a draft; whoever changes it names the one he saw
     */
    public record Head(
            UUID id,
            String code,
            int version,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            int revision,
            Instant changedAt,
            String changedBy) {

        public boolean isDraft() {
            return from.isEmpty();
        }

        /** Whether new cases get it on this day. */
        public boolean holdsOn(LocalDate day) {
            return from.filter(first -> !first.isAfter(day)).isPresent()
                    && until.filter(end -> !end.isAfter(day)).isEmpty();
        }

        /** Whether it will hold, and does not yet. */
        public boolean comesAfter(LocalDate day) {
            return from.filter(first -> first.isAfter(day)).isPresent();
        }
    }
}
