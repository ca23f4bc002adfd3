// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party.register;

import be.onthaal.common.PartialDate;
import java.util.Optional;

/** Somebody whom a search in the register of persons found; enough to choose by. */
public record FoundPerson(
        RegisterKey key,
        Optional<PersonName> name,
        Optional<Coded> sex,
        Optional<PartialDate> birth,
        boolean deceased,
        Optional<Dated<RegisteredAddress>> address) {}
