// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.PartyId;
import be.onthaal.party.Relation;
import be.onthaal.party.Relations;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What another system knows of who belongs to whom.
 *
 * @param side where the other stands: a parent, guardian, mandatary or contact person stands at
 *     FROM
 */
record NewRelationBody(
        UUID other,
        Relation.Kind kind,
        Relation.Side side,
        Optional<String> role,
        Optional<String> proof,
        Optional<LocalDate> since,
        Optional<LocalDate> until) {

    Relations.Stated read(PartyId customer) {
        var counterpart = new PartyId(other);
        boolean runsHere = side == Relation.Side.FROM;
        return new Relations.Stated(
                runsHere ? counterpart : customer,
                runsHere ? customer : counterpart,
                kind,
                new Relation.Terms(role.orElse(""), proof.orElse(""), since, until),
                "API");
    }
}
