// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseMoved;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.post.EntryMoved;
import be.onthaal.search.Search;
import be.onthaal.timeline.Timeline;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Contacts go along with the piece they were recorded from, with the case they led to, and with a
 * unit into its successor; and what is told and found about them with them.
 */
@Component
class ContactsFollow {

    private static final String CONTACT = "CONTACT";
    private static final String ENTRY = "POST";

    private final ContactStore contacts;
    private final Timeline timeline;
    private final Search search;

    ContactsFollow(ContactStore contacts, Timeline timeline, Search search) {
        this.contacts = contacts;
        this.timeline = timeline;
        this.search = search;
    }

    @EventListener
    void on(EntryMoved event) {
        Source source =
                event.source()
                        .map(made -> new Source(made.kind(), made.id()))
                        .orElseGet(() -> new Source(ENTRY, event.id().value()));
        tell(contacts.followSource(source, event.unit(), event.confidentiality()), event.unit());
    }

    @EventListener
    void on(CaseMoved event) {
        tell(
                contacts.followCase(event.id().value(), event.unit(), event.confidentiality()),
                event.unit());
    }

    @EventListener
    void on(UnitSucceeded event) {
        tell(contacts.follow(event.closed(), event.successor()), event.successor());
    }

    private void tell(List<ContactStore.Moved> moved, UnitId unit) {
        for (ContactStore.Moved contact : moved) {
            timeline.moved(contact.id(), unit, contact.confidentiality());
            search.moved(CONTACT, contact.id(), unit, contact.confidentiality());
        }
    }
}
