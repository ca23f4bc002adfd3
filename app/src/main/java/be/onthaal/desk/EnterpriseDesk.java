// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NotFound;
import be.onthaal.kbo.Address;
import be.onthaal.kbo.Enterprise;
import be.onthaal.kbo.Enterprises;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An enterprise of the register becomes a customer, with what it made public. */
@Service
class EnterpriseDesk {

    private static final String SOURCE = "KBO";

    private final Enterprises register;
    private final Parties parties;

    EnterpriseDesk(Enterprises register, Parties parties) {
        this.register = register;
        this.parties = parties;
    }

    /** One that the group knows by its number is met, not doubled. */
    @Transactional
    PartyId take(EnterpriseNumber number) {
        Enterprise enterprise =
                register.find(number).orElseThrow(() -> new NotFound("party.enterprise"));
        PartyId id =
                parties.register(
                        new NewParty(
                                Party.Kind.ORGANISATION,
                                enterprise.name(),
                                Optional.empty(),
                                Optional.empty(),
                                "nl",
                                SOURCE,
                                NewParty.Identity.of(Optional.of(number), SOURCE)));
        enterprise.addresses().stream()
                .filter(address -> address.struckOffOn().isEmpty())
                .findFirst()
                .map(EnterpriseDesk::written)
                .filter(text -> !text.isBlank())
                .ifPresent(text ->
                        parties.addContactPoint(
                                id,
                                new ContactPoint(ContactPoint.Kind.ADDRESS, text, SOURCE, false)));
        return id;
    }

    private static String written(Address address) {
        String first =
                Stream.of(
                                address.street().in("nl"),
                                address.houseNumber(),
                                address.box().isBlank() ? "" : "bus " + address.box())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        String second =
                Stream.of(address.postcode(), address.municipality().in("nl"))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        return Stream.of(first, second)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
