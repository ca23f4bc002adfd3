// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Who somebody is to a customer.
 *
 * @param side where the other stands: a parent, guardian, mandatary or contact person stands at
 *     FROM
 */
record RelationItem(
        UUID id,
        Relation.Kind kind,
        Relation.Side side,
        UUID other,
        String name,
        String role,
        String proof,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        String source,
        Instant statedAt,
        Optional<Instant> endedAt) {

    static RelationItem of(Relation relation) {
        return new RelationItem(
                relation.id().value(),
                relation.kind(),
                relation.side(),
                relation.other().id().value(),
                relation.other().name(),
                relation.terms().role(),
                relation.terms().proof(),
                relation.terms().since(),
                relation.terms().until(),
                relation.history().source(),
                relation.history().stated().at(),
                relation.history().ended().map(Relation.By::at));
    }
}
