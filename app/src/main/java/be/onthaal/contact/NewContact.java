// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.Confidentiality;
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
        Optional<Source> source,
        Confidentiality confidentiality,
        Verification verification) {

    public NewContact {
        questions = List.copyOf(questions);
    }

    /** A contact that any colleague may know of. */
    public NewContact(
            Channel channel,
            Optional<PartyId> party,
            UnitId unit,
            Instant startedAt,
            Optional<Instant> endedAt,
            String note,
            List<NewQuestion> questions,
            Optional<Source> source) {
        this(
                channel,
                party,
                unit,
                startedAt,
                endedAt,
                note,
                questions,
                source,
                Confidentiality.INTERNAL,
                Verification.NONE);
    }

    /** The same contact, seen by those who may see what it came from. */
    public NewContact with(Confidentiality level) {
        return new NewContact(
                channel,
                party,
                unit,
                startedAt,
                endedAt,
                note,
                questions,
                source,
                level,
                verification);
    }

    /** The same contact, with how it was made sure who it was. */
    public NewContact with(Verification sure) {
        return new NewContact(
                channel,
                party,
                unit,
                startedAt,
                endedAt,
                note,
                questions,
                source,
                confidentiality,
                sure);
    }
}
