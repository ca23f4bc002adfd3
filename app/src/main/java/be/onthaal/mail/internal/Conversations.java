// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.PublicNumber;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.dispatch.Dispatches;
import be.onthaal.mail.internal.reading.MailContent;
import be.onthaal.mail.internal.reading.MailHeaders;
import be.onthaal.mail.internal.reading.MailKind;
import be.onthaal.mail.internal.reading.MailParties;
import be.onthaal.mail.internal.reading.MailThread;
import be.onthaal.party.Parties;
import be.onthaal.post.PostRegister;
import be.onthaal.post.RegisterEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what a mail answers: first by the signed id of a mail of ours, then by the signed address
 * that it was sent to, then by the number in the subject. Who sees a number can write it, and who
 * got a mail can pass it on, so the sender must belong to the case as well.
 */
@Component
class Conversations {

    private static final List<String> CASE_PREFIXES = List.of("Z");
    private static final List<String> ENTRY_PREFIXES = List.of("I", "U");
    private static final int MOST_REFERENCES = 50;
    private static final int MOST_RECIPIENTS = 50;

    private final Dispatches dispatches;
    private final Cases cases;
    private final Parties parties;
    private final PostRegister register;

    Conversations(Dispatches dispatches, Cases cases, Parties parties, PostRegister register) {
        this.dispatches = dispatches;
        this.cases = cases;
        this.parties = parties;
        this.register = register;
    }

    Conversation find(MailContent mail, Author author) {
        String original = mail.nature().bounce().originalMessageId();
        if (mail.nature().kind() == MailKind.BOUNCE || !original.isEmpty()) {
            return reported(mail, original)
                    .<Conversation>map(Conversation.Reported::new)
                    .orElseGet(() -> new Conversation.Fresh(Optional.empty()));
        }
        Optional<Dispatch> answered = answered(mail.headers());
        return answered.flatMap(dispatch -> dispatch.what().caseId())
                .map(id -> cases.get(new CaseId(id)).file())
                .or(() -> numbered(mail.headers().subject()))
                .map(caseFile -> judged(caseFile, author, answered))
                .orElseGet(() -> new Conversation.Fresh(answered));
    }

    private Conversation judged(CaseFile caseFile, Author author, Optional<Dispatch> answered) {
        boolean customer =
                caseFile.customer().party().stream()
                        .flatMap(party -> parties.members(party).stream())
                        .anyMatch(author::mayBe);
        return customer || wroteTo(caseFile, author)
                ? new Conversation.OfCase(caseFile, answered)
                : new Conversation.Stranger(caseFile, answered);
    }

    /** Somebody whom we wrote to in this case belongs to it too. */
    private boolean wroteTo(CaseFile caseFile, Author author) {
        return dispatches.ofCase(caseFile.id().value()).stream()
                .anyMatch(dispatch -> author.writesFrom(dispatch.what().recipient()));
    }

    private Optional<Dispatch> reported(MailContent mail, String original) {
        return byId(Stream.concat(Stream.of(original), ids(mail.headers().thread()).stream()))
                .or(() -> byAddress(mail.headers().parties()));
    }

    private Optional<Dispatch> answered(MailHeaders headers) {
        return byId(ids(headers.thread()).stream()).or(() -> byAddress(headers.parties()));
    }

    private Optional<Dispatch> byId(Stream<String> ids) {
        return ids.flatMap(id -> dispatches.findByMessageId(id).stream()).findFirst();
    }

    private Optional<Dispatch> byAddress(MailParties parties) {
        return Stream.concat(parties.to().stream(), parties.cc().stream())
                .limit(MOST_RECIPIENTS)
                .flatMap(to -> dispatches.findByReplyAddress(to.address()).stream())
                .findFirst();
    }

    /** What is answered first, then the conversation from the newest to the oldest. */
    private static List<String> ids(MailThread thread) {
        List<String> ids = new ArrayList<>(thread.references());
        ids.add(thread.inReplyTo());
        Collections.reverse(ids);
        return ids.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    /** By the number of the case, or by that of a piece which a case holds. */
    private Optional<CaseFile> numbered(String subject) {
        return PublicNumber.findIn(subject, CASE_PREFIXES)
                .flatMap(cases::findByNumber)
                .or(() ->
                        PublicNumber.findIn(subject, ENTRY_PREFIXES)
                                .flatMap(register::findByNumber)
                                .flatMap(RegisterEntry::caseLink)
                                .flatMap(link -> PublicNumber.parse(link.number()))
                                .flatMap(cases::findByNumber));
    }
}
