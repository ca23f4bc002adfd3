// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.common.EmailAddress;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The customers. Shared in a group of authorities; each sees those it has a reason to know. */
@Service
public class Parties {

    /** Takes a customer in; one the group knows by its number is met, not doubled. */
    public PartyId register(NewParty party) {
        throw new UnsupportedOperationException();
    }

    /** Records that this authority knows the customer, and says who it is. */
    public PartySummary meet(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** The customer, or the one he was merged into. Showing it must be logged by whoever shows it. */
    public Party get(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** The customer, with the consultation logged in the same commit. */
    public Party consult(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** The customers by the ids asked for; those the caller may not know are left out. */
    public Map<PartyId, PartySummary> names(Collection<PartyId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Who writes from this address: in the whole group for the system, else among those known here. */
    public Recognition recognise(EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    /** Adds a contact point, or makes one that was there the preferred one. */
    public void addContactPoint(PartyId id, ContactPoint point) {
        throw new UnsupportedOperationException();
    }

    /** Removes a contact point that no longer reaches him. */
    public void removeContactPoint(PartyId id, ContactPoint.Kind kind, String value) {
        throw new UnsupportedOperationException();
    }
}
