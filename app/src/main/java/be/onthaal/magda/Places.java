// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.NisCode;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.RegisteredAddress;
import be.onthaal.party.register.RegisteredAddress.Country;
import be.onthaal.party.register.RegisteredAddress.Kind;
import be.onthaal.party.register.RegisteredAddress.Street;
import be.onthaal.party.register.RegisteredAddress.Town;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads addresses of persons and of enterprises, which the sources write differently. */
final class Places {

    private static final Map<String, Kind> PERSONAL =
            Map.ofEntries(
                    Map.entry("Hoofdverblijfplaats", Kind.RESIDENCE),
                    Map.entry("VerblijfplaatsBuitenland", Kind.ABROAD),
                    Map.entry("PostadresBuitenland", Kind.POST_ABROAD),
                    Map.entry("OpgegevenAdres", Kind.STATED),
                    Map.entry("ContactAdres", Kind.CONTACT),
                    Map.entry("AangifteAdreswijziging", Kind.MOVING_TO),
                    Map.entry("AangifteAdresBuitenland", Kind.MOVING_ABROAD),
                    Map.entry("TijdelijkeAfwezigheid", Kind.AWAY),
                    Map.entry("PlaatsHerkomst", Kind.ORIGIN),
                    Map.entry("NietMededeelbaarAdres", Kind.SECRET),
                    Map.entry("WettelijkeWoonplaats", Kind.LEGAL));
    private static final String HISTORY = "Historiek";
    private static final String SEAT = "001";

    private Places() {}

    /** All addresses of a person: those that hold now, and those of his history. */
    static List<Dated<RegisteredAddress>> ofPerson(Node person) {
        Stream<Node> now =
                person.children("Adressen").stream().flatMap(one -> one.children().stream());
        Stream<Node> ever =
                person.children("HistoriekAdressen").stream()
                        .flatMap(one -> one.children().stream())
                        .flatMap(Places::history);
        return Stream.concat(now, ever).flatMap(node -> personal(node).stream()).toList();
    }

    /** Each sort has a wrapper of its own that is called after it. */
    private static Stream<Node> history(Node wrapper) {
        String name = String.valueOf(wrapper.element().getLocalName());
        return name.startsWith(HISTORY)
                ? wrapper.children(name.substring(HISTORY.length())).stream()
                : Stream.of();
    }

    private static Optional<Dated<RegisteredAddress>> personal(Node node) {
        Kind kind = PERSONAL.get(String.valueOf(node.element().getLocalName()));
        return Optional.ofNullable(kind).map(known -> node.dated(personal(node, known)));
    }

    static Dated<RegisteredAddress> residence(Node node) {
        return node.dated(personal(node, Kind.RESIDENCE));
    }

    private static RegisteredAddress personal(Node node, Kind kind) {
        return new RegisteredAddress(
                kind,
                new Street(
                        words(node, "Straatnaam")
                                .or(() -> words(node, "NietGestandaardiseerdeStraatnaam")),
                        node.text("StraatCode"),
                        node.text("Huisnummer"),
                        node.text("Busnummer")),
                new Town(
                        node.text("Postcode"),
                        words(node, "Gemeentenaam")
                                .or(() -> words(node, "NietGestandaardiseerdeGemeentenaam")),
                        node.text("NISCodeGemeente").flatMap(NisCode::parse)),
                new Country(
                        words(node, "Land").or(() -> node.text("Land", "Naam")),
                        node.text("ISOCodeLand").or(() -> node.text("Land", "ISOCode")),
                        node.text("NISCodeLand").or(() -> node.text("Land", "NISCode"))),
                lines(node));
    }

    private static Optional<String> words(Node node, String name) {
        return node.text(name, "String");
    }

    private static List<String> lines(Node node) {
        Stream<Node> texts =
                Stream.concat(
                        node.children("Tekst").stream(), node.below("Teksten", "Tekst").stream());
        return texts.map(Node::text).filter(text -> !text.isEmpty()).toList();
    }

    /** The addresses of an enterprise or of a place where it works. */
    static List<Dated<RegisteredAddress>> ofEnterprise(Node owner) {
        return owner.below("Adressen", "Adres").stream()
                .map(node -> node.dated(business(node)))
                .toList();
    }

    /** Names of streets and towns stand in the address, or in its description per language. */
    private static RegisteredAddress business(Node node) {
        Kind kind =
                node.text("Type", "Code").orElse(SEAT).equals(SEAT)
                        ? Kind.SEAT
                        : Kind.ESTABLISHMENT;
        return new RegisteredAddress(
                kind,
                new Street(
                        described(node, "Straat", "Naam"),
                        node.text("Straat", "Code"),
                        node.text("Huisnummer"),
                        node.text("Busnummer")),
                new Town(
                        node.text("Gemeente", "PostCode"),
                        described(node, "Gemeente", "Naam"),
                        node.text("Gemeente", "NISCode").flatMap(NisCode::parse)),
                new Country(
                        node.text("Land", "Naam"),
                        node.text("Land", "ISOCode"),
                        node.text("Land", "NISCode")),
                List.of());
    }

    private static Optional<String> described(Node node, String... names) {
        return node.text(names)
                .or(() ->
                        node.below("Descripties", "Descriptie").stream()
                                .sorted(Comparator.comparing(Places::isForeign))
                                .flatMap(one -> one.at("Adres").stream())
                                .flatMap(address -> address.text(names).stream())
                                .findFirst());
    }

    private static boolean isForeign(Node description) {
        return !description.text("Taalcode").map("nl"::equalsIgnoreCase).orElse(false);
    }
}
