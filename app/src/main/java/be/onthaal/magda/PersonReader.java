// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Coded;
import be.onthaal.party.register.ContactDetails;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.Protection;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.party.register.RegisteredPerson.Birth;
import be.onthaal.party.register.RegisteredPerson.CivilState;
import be.onthaal.party.register.RegisteredPerson.Cohabitation;
import be.onthaal.party.register.RegisteredPerson.Death;
import be.onthaal.party.register.RegisteredPerson.Family;
import be.onthaal.party.register.RegisteredPerson.Identity;
import be.onthaal.party.register.RegisteredPerson.Situation;
import be.onthaal.party.register.RegisteredPlace;
import be.onthaal.party.register.Relative;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a person, as he is now or with his history. Both are written with the same blocks: now
 * directly or in a list, in the history in a wrapper per block.
 */
final class PersonReader {

    private PersonReader() {}

    static RegisteredPerson now(Node content) {
        return read(content.need("Persoon"));
    }

    static RegisteredPerson history(Node content) {
        return read(content.need("HistoriekPersoon"));
    }

    private static RegisteredPerson read(Node person) {
        return new RegisteredPerson(
                People.key(person, "INSZ"),
                People.findKey(person, "GeannuleerdDossier", "INSZ"),
                identity(person),
                situation(person),
                Places.ofPerson(person),
                family(person),
                protections(person));
    }

    private static Identity identity(Node person) {
        return new Identity(
                blocks(person, "Naam", "Naam", People::name),
                blocks(person, "Geslacht", "Geslacht", People::coded),
                blocks(person, "Nationaliteit", "Nationaliteiten", People::coded),
                blocks(
                        person,
                        "Geboorte",
                        "Geboorte",
                        node -> new Birth(node.date("Datum"), place(node))),
                blocks(
                        person,
                        "Overlijden",
                        "Overlijden",
                        node -> new Death(node.date("Datum"), place(node))));
    }

    private static Situation situation(Node person) {
        return new Situation(
                blocks(person, "BurgerlijkeStaat", "BurgerlijkeStaten", PersonReader::civilState),
                blocks(person, "Status", "Statussen", People::coded),
                blocks(person, "Register", "Register", People::coded),
                blocks(person, "Beheerder", "Beheerder", node -> People.place(node.need("Plaats"))),
                blocks(person, "Contactgegevens", "Contactgegevens", PersonReader::contact));
    }

    private static Family family(Node person) {
        return new Family(
                parents(person),
                blocks(
                        person,
                        "AfstammingDalendeLijn",
                        "AfstammingenDalendeLijn",
                        node -> People.relative(node.need("Kind"), role(node, "Type"))),
                blocks(
                        person,
                        "Referentiepersoon",
                        "Referentiepersoon",
                        node -> People.relative(node, role(node, "Positie"))),
                blocks(
                        person,
                        "Gezinslid",
                        "Gezinsleden",
                        node -> People.relative(node, role(node, "Positie"))),
                blocks(
                        person,
                        "WettelijkeSamenwoning",
                        "WettelijkeSamenwoning",
                        PersonReader::cohabitation));
    }

    /** One block of descent names both parents. */
    private static List<Dated<Relative>> parents(Node person) {
        return nodes(person, "Afstamming", "Afstammingen").stream()
                .flatMap(node ->
                        node.below("Ouders", "Ouder").stream()
                                .map(parent ->
                                        node.dated(People.relative(parent, role(node, "Type")))))
                .toList();
    }

    private static List<Dated<Protection>> protections(Node person) {
        return Stream.concat(
                        blocks(person, "Bewindvoerder", "Bewindvoerders", PersonReader::guardian)
                                .stream(),
                        blocks(
                                person,
                                "JuridischStatuut",
                                "JuridischeStatuten",
                                PersonReader::status)
                                .stream())
                .toList();
    }

    private static Protection guardian(Node node) {
        return new Protection(
                People.coded(node.need("JuridischStatuut")),
                People.findKey(node, "Identiteit", "INSZ"),
                node.text("Identiteit", "Tekst").or(() -> node.text("Tekst")));
    }

    private static Protection status(Node node) {
        return new Protection(
                People.coded(node.need("JuridischStatuut")), Optional.empty(), node.text("Tekst"));
    }

    private static CivilState civilState(Node node) {
        Coded state = People.coded(node);
        return new CivilState(
                state, node.at("Partner").map(partner -> People.relative(partner, state)));
    }

    private static Cohabitation cohabitation(Node node) {
        return new Cohabitation(
                node.date("Datum"),
                node.at("Partner").map(one -> People.relative(one, new Coded("", ""))),
                People.coded(node, "Beeindiging", "Reden"));
    }

    private static ContactDetails contact(Node node) {
        return new ContactDetails(
                node.text("Email"), node.text("GSM"), node.text("Telefoon"), Optional.empty());
    }

    private static Coded role(Node node, String name) {
        return People.coded(node.need(name));
    }

    private static Optional<RegisteredPlace> place(Node node) {
        return node.at("Plaats").map(People::place);
    }

    private static <T> List<Dated<T>> blocks(
            Node person, String name, String list, Function<Node, T> reader) {
        return nodes(person, name, list).stream()
                .map(node -> node.dated(reader.apply(node)))
                .toList();
    }

    private static List<Node> nodes(Node person, String name, String list) {
        List<Node> direct = person.children(name);
        List<Node> listed = name.equals(list) ? List.of() : person.below(list, name);
        List<Node> ever = person.below("Historiek" + name, name);
        return Stream.of(direct, listed, ever).flatMap(List::stream).toList();
    }
}
