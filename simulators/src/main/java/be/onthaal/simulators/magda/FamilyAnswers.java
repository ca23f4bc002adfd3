// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.simulators.magda.Resident.Trait;
import java.util.List;
import java.util.Optional;

/** Writes who lives together in the invented town, and who belongs to whom. */
final class FamilyAnswers {

    private static final int ADULT = 18;

    private final List<Resident> people;

    FamilyAnswers(List<Resident> people) {
        this.people = people;
    }

    void now(Tree content, Resident one) {
        members(content.branch("Gezinsleden"), household(people, one), true);
    }

    /** How it is, and how it was before the youngest came. */
    void history(Tree content, Resident one) {
        Tree history = content.branch("HistoriekGezinssamenstelling");
        List<Resident> all = household(people, one);
        members(history.branch("Gezinssamenstelling").branch("Gezinsleden"), all, false);
        if (all.size() > 1) {
            members(
                    history.branch("Gezinssamenstelling").branch("Gezinsleden"),
                    all.subList(0, all.size() - 1),
                    false);
        }
    }

    private static void members(Tree list, List<Resident> members, boolean whole) {
        for (Resident one : members) {
            Tree member = list.branch("Gezinslid");
            member.attribute("DatumBegin", one.home().since().toString());
            identify(member, one);
            member.coded("Positie", one.position(), one.positionWords());
            if (whole && one.trait() != Trait.SECRET) {
                PersonAnswers.residence(
                                member.branch("Adressen").branch("Hoofdverblijfplaats"), one.home())
                        .attribute("DatumBegin", one.home().since().toString());
            }
            member.coded("Bron", "RR", "Rijksregister");
        }
    }

    /** Number, name, sex and birth, as every relative is written. */
    static void identify(Tree place, Resident one) {
        place.leaf("INSZ", one.insz());
        PersonAnswers.name(place, one);
        PersonAnswers.sex(place, one);
        place.leaf("Geboortedatum", one.birthDate());
    }

    static List<Resident> household(List<Resident> people, Resident one) {
        return people.stream().filter(other -> other.home().equals(one.home())).toList();
    }

    static Resident reference(List<Resident> people, Resident one) {
        return household(people, one).getFirst();
    }

    static Optional<Resident> spouse(List<Resident> people, Resident one) {
        return one.civil().equals("20")
                ? household(people, one).stream()
                        .filter(other -> other.civil().equals("20") && !other.equals(one))
                        .findFirst()
                : Optional.empty();
    }

    static List<Resident> parents(List<Resident> people, Resident one) {
        if (!one.position().equals("03")) {
            return List.of();
        }
        return household(people, one).stream()
                .filter(other -> !other.position().equals("03"))
                .filter(other -> other.birth().plusYears(ADULT).isBefore(one.birth()))
                .toList();
    }

    static List<Resident> children(List<Resident> people, Resident one) {
        return household(people, one).stream()
                .filter(other -> parents(people, other).contains(one))
                .toList();
    }
}
