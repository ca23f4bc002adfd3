// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseMoved;
import be.onthaal.cases.CasePassages;
import be.onthaal.post.EntryInCase;
import be.onthaal.post.EntryLinked;
import be.onthaal.post.EntryMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail goes along with its entry and with its case. */
@Component
class MessagesFollow {

    private final MessageRows rows;
    private final CasePassages passages;

    MessagesFollow(MessageRows rows, CasePassages passages) {
        this.rows = rows;
        this.passages = passages;
    }

    @EventListener
    void on(EntryMoved event) {
        rows.followEntry(event.id().value(), event.unit(), event.confidentiality());
    }

    @EventListener
    void on(CaseMoved event) {
        rows.followCase(event.id().value(), event.unit(), event.confidentiality());
    }

    @EventListener
    void on(EntryLinked event) {
        rows.belongs(event.id().value(), event.caseId().value());
    }

    /** Whoever brings it to a case decided on it, and what it says is found there. */
    @EventListener
    void on(EntryInCase event) {
        rows.decided(event.id().value());
        rows.written(event.id().value())
                .ifPresent(text ->
                        passages.keep(
                                event.caseId(),
                                event.id().value(),
                                CasePassages.Kind.MAIL,
                                text,
                                event.at()));
    }
}
