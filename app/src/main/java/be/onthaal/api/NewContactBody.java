// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.contact.NewContact;
import be.onthaal.contact.NewQuestion;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Verification;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A contact to record. */
record NewContactBody(
        Channel channel,
        Optional<UUID> party,
        UUID unit,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> note,
        Optional<Verification.How> verified,
        Optional<String> verifiedBy,
        List<Question> questions) {

    /** What somebody asked. */
    record Question(String subject, QuestionOutcome outcome) {}

    NewContact read() {
        var sure = new Verification(verified.orElse(Verification.How.NOT), verifiedBy.orElse(""));
        return new NewContact(
                        channel,
                        party.map(PartyId::new),
                        new UnitId(unit),
                        startedAt,
                        endedAt,
                        note.orElse(""),
                        questions.stream()
                                .map(question ->
                                        new NewQuestion(
                                                question.subject(),
                                                Optional.empty(),
                                                question.outcome(),
                                                Optional.empty()))
                                .toList(),
                        Optional.empty())
                .with(sure);
    }
}
