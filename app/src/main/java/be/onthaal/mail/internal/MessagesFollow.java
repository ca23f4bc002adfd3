// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.cases.CaseMoved;
import be.onthaal.post.EntryMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail goes along with its entry and with its case. */
@Component
class MessagesFollow {

    private final MessageRows rows;

    MessagesFollow(MessageRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(EntryMoved event) {
        rows.followEntry(event.id().value(), event.unit(), event.confidentiality());
    }

    @EventListener
    void on(CaseMoved event) {
        rows.followCase(event.id().value(), event.unit(), event.confidentiality());
    }
}
