// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Detail;
import be.onthaal.party.Party;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.PersonName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a register answered.
 *
 * @param party the customer that was asked about
 * @param changed what is other than we knew
 * @param household those who live together
 * @param found those whom a search found
 */
public record RegisterPage(
        Optional<Party> party,
        List<Notice> notices,
        Set<Detail.Kind> changed,
        List<Household.Member> household,
        List<FoundPerson> found) {

    public RegisterPage {
        notices = List.copyOf(notices);
        changed = Set.copyOf(changed);
        household = List.copyOf(household);
        found = List.copyOf(found);
    }

    /** Before anything was asked. */
    static RegisterPage empty() {
        return new RegisterPage(Optional.empty(), List.of(), Set.of(), List.of(), List.of());
    }

    /** Whether the source had no data, or not all. */
    public boolean failed() {
        return notices.stream().anyMatch(notice -> notice.severity() == Notice.Severity.ERROR);
    }

    public String name(Optional<PersonName> name) {
        return name.map(PersonName::display).orElse("?");
    }
}
