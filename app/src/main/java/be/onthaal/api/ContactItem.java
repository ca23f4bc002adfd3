// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.common.Channel;
import be.onthaal.contact.CaseLink;
import be.onthaal.contact.ContactMoment;
import be.onthaal.contact.QuestionOutcome;
import be.onthaal.contact.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A contact moment. */
record ContactItem(
        UUID id,
        Channel channel,
        UUID unit,
        String employee,
        Instant startedAt,
        Optional<Instant> endedAt,
        String note,
        Verification.How verified,
        List<Question> questions) {

    /** What was asked, and how it ended. */
    record Question(String subject, QuestionOutcome outcome, Optional<UUID> caseId) {}

    static ContactItem of(ContactMoment moment) {
        return new ContactItem(
                moment.id().value(),
                moment.channel(),
                moment.unit().value(),
                moment.employee(),
                moment.startedAt(),
                moment.endedAt(),
                moment.note(),
                moment.verification().how(),
                moment.questions().stream()
                        .map(question ->
                                new Question(
                                        question.subject(),
                                        question.outcome(),
                                        question.caseLink().map(CaseLink::id)))
                        .toList());
    }
}
