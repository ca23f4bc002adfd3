// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.spi;

import be.onthaal.access.Permission;
import be.onthaal.party.PartyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a module keeps of customers, so that it can go to the right one of two who were one for a
 * while. A module shows and moves only what the caller may see.
 */
public interface CustomerItems {

    /** What its items are called in code. */
    String kind();

    /** What the caller must be allowed to handle them. */
    Permission permission();

    /** What was made with these profiles in a period, its end left out; the oldest first. */
    List<CustomerItem> made(Collection<PartyId> profiles, Instant from, Instant until, int most);

    /**
     * Keeps one of them with another profile from now on, with all that is told and found of it; in
     * the transaction of the caller.
     */
    void move(UUID item, PartyId from, PartyId to);
}
