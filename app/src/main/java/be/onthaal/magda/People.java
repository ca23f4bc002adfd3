// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.NisCode;
import be.onthaal.party.register.Coded;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.PersonName;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredPlace;
import be.onthaal.party.register.Relative;
import java.util.List;
import java.util.Optional;

/** Reads the parts that persons have in every service: names, places, relatives, code lists. */
final class People {

    private People() {}

    /** A code with its words; the words stand beside the code or on it. */
    static Coded coded(Node node) {
        Node code = node.need("Code");
        String label =
                node.text("Omschrijving").or(() -> code.attribute("Beschrijving")).orElse("");
        return new Coded(code.text(), label);
    }

    static Optional<Coded> coded(Node parent, String... names) {
        return parent.at(names).map(People::coded);
    }

    static RegisterKey key(Node parent, String name) {
        return new RegisterKey(parent.needText(name));
    }

    static Optional<RegisterKey> findKey(Node parent, String... names) {
        return parent.text(names).map(RegisterKey::new);
    }

    static PersonName name(Node name) {
        List<Node> given = name.below("Voornamen", "Voornaam");
        return new PersonName(
                texts(name.below("Achternamen", "Achternaam")),
                texts(given),
                given.stream()
                        .filter(one ->
                                one.attribute("GebruikelijkeVoornaam").equals(Optional.of("1")))
                        .map(Node::text)
                        .findFirst());
    }

    private static List<String> texts(List<Node> nodes) {
        return nodes.stream().map(Node::text).filter(text -> !text.isEmpty()).toList();
    }

    static Relative relative(Node person, Coded role) {
        return new Relative(
                findKey(person, "INSZ"),
                person.at("Naam").map(People::name),
                coded(person, "Geslacht"),
                person.date("Geboortedatum"),
                role);
    }

    /** A municipality and a country; some sources write the place as text. */
    static RegisteredPlace place(Node place) {
        return new RegisteredPlace(
                place.text("Gemeente", "Naam").or(() -> place.text("Tekst")).orElse(""),
                place.text("Gemeente", "NISCode").flatMap(NisCode::parse),
                place.text("Land", "Naam").orElse(""));
    }

    static FoundPerson found(Node person) {
        return new FoundPerson(
                key(person, "INSZ"),
                person.at("Naam").map(People::name),
                coded(person, "Geslacht"),
                person.date("Geboortedatum"),
                person.text("IsOverleden").equals(Optional.of("1")),
                person.at("Adressen", "Hoofdverblijfplaats").map(Places::residence));
    }

    static List<FoundPerson> foundAll(Node content) {
        return content.below("Personen", "Persoon").stream().map(People::found).toList();
    }

    static Household household(Node family) {
        return new Household(
                family.children("Gezinslid").stream()
                        .map(member -> member.dated(member(member)))
                        .toList());
    }

    private static Household.Member member(Node member) {
        return new Household.Member(
                relative(member, coded(member.need("Positie"))),
                member.at("Adressen", "Hoofdverblijfplaats").map(Places::residence));
    }
}
