// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.PublicNumber;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailKind;
import be.onthaal.mail.internal.reading.MailThread;
import be.onthaal.party.Parties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a mail answers: first by the signed id of a mail of ours, then by the case number in
 * the subject. Who sees a number can write it, so the sender must belong to the case as well.
 */
@Component
class Conversations {

    private static final List<String> CASE_PREFIXES = List.of("Z");
    private static final int MOST_REFERENCES = 50;

    private final Dispatches dispatches;
    private final Cases cases;
    private final Parties parties;

    Conversations(Dispatches dispatches, Cases cases, Parties parties) {
        this.dispatches = dispatches;
        this.cases = cases;
        this.parties = parties;
    }

    Conversation find(MailContent mail, Author author) {
        if (mail.nature().kind() == MailKind.BOUNCE) {
            return returned(mail)
                    .<Conversation>map(Conversation.Returned::new)
                    .orElseGet(Conversation.Fresh::new);
        }
        Optional<Dispatch> answered = ours(ids(mail.headers().thread()));
        return answered.flatMap(dispatch -> dispatch.what().caseId())
                .map(id -> cases.get(new CaseId(id)).file())
                .or(() -> numbered(mail.headers().subject()))
                .map(caseFile -> judged(caseFile, author))
                .orElseGet(Conversation.Fresh::new);
    }

    private Conversation judged(CaseFile caseFile, Author author) {
        boolean customer =
                caseFile.customer().party().stream()
                        .flatMap(party -> parties.members(party).stream())
                        .anyMatch(author::mayBe);
        return customer || wroteTo(caseFile, author)
                ? new Conversation.OfCase(caseFile)
                : new Conversation.Stranger(caseFile);
    }

    /** Somebody whom we wrote to in this case belongs to it too. */
    private boolean wroteTo(CaseFile caseFile, Author author) {
        return dispatches.ofCase(caseFile.id().value()).stream()
                .anyMatch(dispatch -> author.writesFrom(dispatch.what().recipient()));
    }

    private Optional<Dispatch> returned(MailContent mail) {
        String original = mail.nature().bounce().originalMessageId();
        return ours(
                Stream.concat(Stream.of(original), ids(mail.headers().thread()).stream()).toList());
    }

    private Optional<Dispatch> ours(List<String> ids) {
        return ids.stream().flatMap(id -> dispatches.findByMessageId(id).stream()).findFirst();
    }

    /** What is answered first, then the conversation from the newest to the oldest. */
    private static List<String> ids(MailThread thread) {
        List<String> ids = new ArrayList<>(thread.references());
        ids.add(thread.inReplyTo());
        Collections.reverse(ids);
        return ids.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    private Optional<CaseFile> numbered(String subject) {
        return PublicNumber.findIn(subject, CASE_PREFIXES).flatMap(cases::findByNumber);
    }
}
