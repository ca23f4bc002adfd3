// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A contact moment to record. */
public record NewContact(
        Channel channel,
        Optional<PartyId> party,
        UnitId unit,
        Instant startedAt,
        Optional<Instant> endedAt,
        String note,
        List<NewQuestion> questions,
        Optional<Source> source) {

    public NewContact {
        questions = List.copyOf(questions);
    }
}
