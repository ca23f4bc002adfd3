// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import java.util.List;
import java.util.Optional;

/**
 * The name of a person as his register writes it.
 *
 * @param usual the given name he goes by, where the register marks one
 */
public record PersonName(
        List<String> familyNames, List<String> givenNames, Optional<String> usual) {

    public PersonName {
        familyNames = List.copyOf(familyNames);
        givenNames = List.copyOf(givenNames);
    }

    /** As people say it: the given name he goes by, and all family names. */
    public String display() {
        String given = usual.orElse(givenNames.isEmpty() ? "" : givenNames.getFirst());
        return (given + " " + String.join(" ", familyNames)).strip();
    }
}
