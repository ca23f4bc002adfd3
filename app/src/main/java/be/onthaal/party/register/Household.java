// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.util.List;
import java.util.Optional;

/** Who lives together at one address, the reference person included (gezinssamenstelling). */
public record Household(List<Dated<Member>> members) {

    public Household {
        members = List.copyOf(members);
    }

    /** Somebody of the household; his role is his position towards the reference person. */
    public record Member(Relative person, Optional<Dated<RegisteredAddress>> address) {}
}
