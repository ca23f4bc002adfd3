// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.EstablishmentNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place where an enterprise works (OSLO org:Site).
 *
 * @param names commercial names of its own; none is usual
 */
public record Establishment(
        EstablishmentNumber number,
        EnterpriseNumber enterprise,
        Optional<LocalDate> startedOn,
        List<Denomination> names,
        Optional<Address> address,
        List<ContactDetail> contacts) {

    public Establishment {
        names = List.copyOf(names);
        contacts = List.copyOf(contacts);
    }
}
