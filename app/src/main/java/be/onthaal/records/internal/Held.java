// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.ClosedCase;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.records.Hold;
import be.onthaal.records.Hold.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What may not be destroyed now. Read as the product itself, which knows every profile that is one
 * customer with another.
 */
@Component
class Held {

    private final HoldStore holds;
    private final Parties parties;

    Held(HoldStore holds, Parties parties) {
        this.holds = holds;
        this.parties = parties;
    }

    /** The holds in force at one moment, with all profiles of the customers they are about. */
    record Now(List<Scope> scopes, Set<PartyId> customers) {

        Now {
            scopes = List.copyOf(scopes);
            customers = Set.copyOf(customers);
        }

        /** Whether one of them keeps this case. */
        boolean keeps(ClosedCase file) {
            return file.party().filter(customers::contains).isPresent()
                    || scopes.stream().anyMatch(scope -> keeps(scope, file));
        }

        private static boolean keeps(Scope scope, ClosedCase file) {
            return switch (scope) {
                case Scope.OfCase one -> one.file().equals(file.id());
                case Scope.OfType type ->
                        type.typeCode().equals(file.typeCode())
                                && !file.life().openedOn().isBefore(type.from())
                                && !file.life().openedOn().isAfter(type.until());
                case Scope.OfCustomer customer ->
                        file.party().filter(customer.party()::equals).isPresent();
            };
        }
    }

    Now now() {
        List<Scope> scopes = holds.inForce().stream().map(Hold::scope).toList();
        Set<PartyId> customers = new HashSet<>();
        for (Scope scope : scopes) {
            if (scope instanceof Scope.OfCustomer customer) {
                customers.addAll(parties.members(customer.party()));
            }
        }
        return new Now(scopes, customers);
    }
}
