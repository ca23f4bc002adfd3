// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The contact moments of the authority, on every channel. */
@Service
public class Contacts {

    /** Records a contact; the same source is recorded once. */
    public ContactId record(NewContact contact) {
        throw new UnsupportedOperationException();
    }

    /** The last contacts with a customer, newest first. */
    public List<ContactMoment> ofParty(PartyId party, int most) {
        throw new UnsupportedOperationException();
    }

    /** How many contacts there were today, per channel that had any. */
    public Map<Channel, Long> today() {
        throw new UnsupportedOperationException();
    }
}
