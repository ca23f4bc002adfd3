// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.party.register.Coded;
import be.onthaal.party.register.ContactDetails;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.HeldFunction;
import be.onthaal.party.register.RegisteredEnterprise;
import be.onthaal.party.register.RegisteredEnterprise.Activity;
import be.onthaal.party.register.RegisteredEnterprise.Establishment;
import be.onthaal.party.register.RegisteredEnterprise.Life;
import be.onthaal.party.register.RegisteredEnterprise.Name;
import be.onthaal.party.register.RegisteredEnterprise.Profile;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads enterprises and what people are in them, as the KBO gives them. */
final class EnterpriseReader {

    private EnterpriseReader() {}

    static RegisteredEnterprise one(Node content) {
        return enterprise(content.need("Onderneming"));
    }

    static List<RegisteredEnterprise> several(Node content) {
        return content.below("Ondernemingen", "Onderneming").stream()
                .map(EnterpriseReader::enterprise)
                .toList();
    }

    static List<Dated<HeldFunction>> functions(Node content) {
        return content.below("Functies", "Functie").stream()
                .map(EnterpriseReader::function)
                .toList();
    }

    private static RegisteredEnterprise enterprise(Node node) {
        return new RegisteredEnterprise(
                People.key(node, "Ondernemingsnummer"),
                People.coded(node, "SoortOnderneming"),
                People.coded(node, "StatusKBO"),
                new Life(
                        node.date("Start", "Datum"),
                        node.date("Inschrijving", "Datum"),
                        node.date("Stopzetting", "Datum"),
                        People.coded(node, "Stopzetting")),
                new Profile(
                        names(node),
                        dated(node, "Rechtsvormen", "Rechtsvorm", People::coded),
                        dated(
                                node,
                                "Rechtstoestanden",
                                "Rechtstoestand",
                                EnterpriseReader::situation),
                        dated(node, "Activiteiten", "Activiteit", EnterpriseReader::activity),
                        contacts(node)),
                Places.ofEnterprise(node),
                dated(node, "Vestigingen", "Vestiging", EnterpriseReader::establishment));
    }

    private static List<Dated<Name>> names(Node owner) {
        return owner.children("Namen").stream()
                .flatMap(names ->
                        Stream.of(
                                        names(names, "Maatschappelijke", Name.Kind.LEGAL),
                                        names(names, "Afgekorte", Name.Kind.SHORT),
                                        names(names, "Commerciele", Name.Kind.TRADE))
                                .flatMap(List::stream))
                .toList();
    }

    private static List<Dated<Name>> names(Node names, String sort, Name.Kind kind) {
        return dated(
                names,
                sort + "Namen",
                sort + "Naam",
                node -> new Name(kind, node.needText("Naam"), node.text("Taalcode").orElse("")));
    }

    /** The one fact of the KBO whose code may be absent. */
    private static Coded situation(Node node) {
        return node.at("Code").isPresent()
                ? People.coded(node)
                : new Coded("", node.text("Omschrijving").orElse(""));
    }

    private static Activity activity(Node node) {
        Node nace = node.need("Nace");
        return new Activity(
                new Coded(nace.needText("Code"), nace.text("Omschrijving").orElse("")),
                nace.text("Versie").orElse(""),
                People.coded(node, "Type"));
    }

    private static List<ContactDetails> contacts(Node node) {
        return node.below("Adressen", "Adres").stream()
                .flatMap(address -> address.below("Descripties", "Descriptie").stream())
                .flatMap(description -> description.at("Contact").stream())
                .map(contact ->
                        new ContactDetails(
                                contact.text("Email"),
                                contact.text("GSM"),
                                contact.text("Telefoonnummer"),
                                contact.text("Website")))
                .toList();
    }

    private static Establishment establishment(Node node) {
        return new Establishment(
                People.key(node, "Vestigingsnummer"),
                People.coded(node, "StatusKBO"),
                names(node),
                Places.ofEnterprise(node));
    }

    /** The period stands inside a function, where other facts have it as attributes. */
    private static Dated<HeldFunction> function(Node node) {
        return new Dated<>(
                new HeldFunction(
                        People.key(node, "FunctiehouderVan"),
                        People.findKey(node, "INSZ"),
                        People.findKey(node, "Ondernemingsnummer"),
                        People.coded(node.need("AardFunctie"))),
                node.date("Periode", "Begin"),
                node.date("Periode", "Einde"));
    }

    private static <T> List<Dated<T>> dated(
            Node owner, String list, String name, Function<Node, T> reader) {
        return owner.below(list, name).stream()
                .map(node -> node.dated(reader.apply(node)))
                .toList();
    }
}
