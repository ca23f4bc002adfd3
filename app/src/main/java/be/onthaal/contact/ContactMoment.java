// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A contact moment as colleagues read it back. */
public record ContactMoment(
        ContactId id,
        Channel channel,
        UnitId unit,
        String employee,
        Instant startedAt,
        Optional<Instant> endedAt,
        String note,
        Verification verification,
        List<Question> questions) {

    public ContactMoment {
        questions = List.copyOf(questions);
    }

    /** What was asked, and how it ended. */
    public record Question(
            UUID id,
            String subject,
            Optional<UnitId> unit,
            QuestionOutcome outcome,
            Optional<CaseLink> caseLink) {}
}
