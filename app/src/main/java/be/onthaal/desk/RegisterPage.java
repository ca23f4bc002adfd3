// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.party.Detail;
import be.onthaal.party.Party;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a register answered.
 *
 * @param party the customer that was asked about
 * @param changed what is other than we knew
 * @param household those who live together
 * @param found those whom a search found
 * @param asked what was looked for
 */
public record RegisterPage(
        Optional<Party> party,
        List<Notice> notices,
        Set<Detail.Kind> changed,
        List<Household.Member> household,
        List<FoundPerson> found,
        Asked asked) {

    /** What was typed to look for somebody. */
    public record Typed(String family, String given, String birth) {}

    /** What was typed, and the key of what is wrong with a field. */
    public record Asked(Typed typed, Map<String, String> problems) {

        static final Asked NOTHING = new Asked(new Typed("", "", ""), Map.of());
    }

    public RegisterPage {
        notices = List.copyOf(notices);
        changed = Set.copyOf(changed);
        household = List.copyOf(household);
        found = List.copyOf(found);
    }

    /** Before anything was asked. */
    static RegisterPage empty() {
        return wrong(Asked.NOTHING.typed(), Map.of());
    }

    /** What was typed cannot be asked. */
    static RegisterPage wrong(Typed typed, Map<String, String> problems) {
        return new RegisterPage(
                Optional.empty(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                new Asked(typed, problems));
    }

    /** Whether the source had no data, or not all. */
    public boolean failed() {
        return notices.stream().anyMatch(notice -> notice.severity() == Notice.Severity.ERROR);
    }

    public String name(Optional<PersonName> name) {
        return name.map(PersonName::display).orElse("?");
    }
}
