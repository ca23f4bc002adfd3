// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo;

import be.onthaal.common.EnterpriseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An active enterprise as the last extract has it (OSLO org:RegisteredOrganization).
 *
 * @param kind natural or legal person, in the words of the register
 * @param naturalPerson true when this is personal data, public as it is
 * @param form legal form, as it is to be read since the Code of Companies and Associations
 * @param addresses seat and branches; of a natural person only the establishments have one
 * @param establishments the first two hundred
 * @param establishmentCount all of them
 */
public record Enterprise(
        EnterpriseNumber number,
        Coded status,
        Coded situation,
        Coded kind,
        boolean naturalPerson,
        Optional<Coded> form,
        Optional<LocalDate> startedOn,
        List<Denomination> names,
        List<Address> addresses,
        List<ContactDetail> contacts,
        List<Establishment> establishments,
        int establishmentCount) {

    public Enterprise {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
        establishments = List.copyOf(establishments);
    }

    /** The name by which it is registered, before abbreviations and commercial names. */
    public String name() {
        return names.stream().findFirst().map(Denomination::name).orElse(number.display());
    }
}
