// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.PersonName;
import be.onthaal.party.register.RegisterKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over with whom somebody lives, as the register of persons says. */
@Service
public class Households {

    private static final String SOURCE = "RIJKSREGISTER";

    private final Parties parties;
    private final Relations relations;

    Households(Parties parties, Relations relations) {
        this.parties = parties;
        this.relations = relations;
    }

    /**
     * Keeps who lives with a customer now; those with a national number become customers, or are
     * met. Somebody without one is not kept: he could not be told from his namesake.
     *
     * @return how many there are besides him
     */
    @Transactional
    public int take(PartyId id, Household household) {
        Callers.require(Permission.REGISTER_CONSULT);
        PartyId self = parties.get(id).id();
        Set<PartyId> together = new LinkedHashSet<>(Set.of(self));
        for (Household.Member member : now(household)) {
            known(member)
                    .map(parties::register)
                    .map(parties::get)
                    .map(Party::id)
                    .ifPresent(together::add);
        }
        relations.liveTogether(together, SOURCE);
        return together.size() - 1;
    }

    private static List<Household.Member> now(Household household) {
        return household.members().stream()
                .filter(member -> member.until().isEmpty())
                .map(Dated::value)
                .toList();
    }

    private static Optional<NewParty> known(Household.Member member) {
        return member.person()
                .key()
                .flatMap(RegisterKey::national)
                .map(number ->
                        new NewParty(
                                Party.Kind.PERSON,
                                member.person()
                                        .name()
                                        .map(PersonName::display)
                                        .filter(name -> !name.isEmpty())
                                        .orElse(number.display()),
                                Optional.empty(),
                                Optional.empty(),
                                "nl",
                                SOURCE,
                                NewParty.Identity.NONE.and(Optional.of(number), SOURCE)));
    }
}
