// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes enterprises of the invented town. */
final class BusinessAnswers {

    private static final String MANAGER = "10006";

    private final List<Business> all;

    BusinessAnswers(List<Business> all) {
        this.all = all;
    }

    Optional<Consumer<Tree>> one(Asked asked) {
        String number = asked.value("Ondernemingsnummer");
        return all.stream()
                .filter(business -> business.number().equals(number))
                .findFirst()
                .map(business -> content -> write(content.branch("Onderneming"), business));
    }

    Optional<Consumer<Tree>> search(Asked asked) {
        String name = asked.value("Naam").toLowerCase(Locale.ROOT);
        boolean exact = asked.value("ExacteBenaming").equals("1");
        boolean active = asked.value("StatusKBO").equals("AC");
        String postcode = asked.value("GemeentePostCode");
        List<Business> found =
                all.stream()
                        .filter(one -> fits(one.name().toLowerCase(Locale.ROOT), name, exact))
                        .filter(one -> !active || one.stopped().isEmpty())
                        .filter(one -> postcode.isEmpty() || postcode.equals("2640"))
                        .limit(Integer.parseInt(asked.value("Resultaten")))
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(content -> {
                    Tree list = content.branch("Ondernemingen");
                    found.forEach(one -> write(list.branch("Onderneming"), one));
                });
    }

    private static boolean fits(String name, String wanted, boolean exact) {
        return exact ? name.equals(wanted) : name.contains(wanted);
    }

    Optional<Consumer<Tree>> functions(Asked asked) {
        String person = asked.value("INSZ");
        String number = asked.value("Ondernemingsnummer");
        List<Business> found =
                all.stream()
                        .filter(one ->
                                person.isEmpty()
                                        ? one.number().equals(number)
                                        : one.manager().equals(person))
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(content -> {
                    Tree list = content.branch("Functies");
                    found.forEach(one -> function(list.branch("Functie"), one));
                });
    }

    private static void function(Tree function, Business one) {
        function.coded("AuthentiekeBron", "03", "KBO");
        function.leaf("FunctiehouderVan", one.number());
        function.coded(
                "AanduidingPersoonOnderneming", "1", "Vertegenwoordiging door natuurlijk persoon");
        function.leaf("INSZ", one.manager()).leaf("VolgNummer", "001");
        function.coded("AardFunctie", MANAGER, "Zaakvoerder");
        Tree period = function.branch("Periode").leaf("Begin", one.start().toString());
        one.stopped().ifPresent(end -> period.leaf("Einde", end.toString()));
        function.coded("AanduidingVrijstelling", "N", "geen vrijstelling bekomen");
    }

    private static void write(Tree place, Business one) {
        place.leaf("Ondernemingsnummer", one.number());
        place.coded("AuthentiekBron", "03", "KBO");
        place.branch("OndernemingOfVestiging").leaf("Code", "1");
        status(place, one);
        place.coded("SoortOnderneming", "2", "Rechtspersoon");
        Tree name =
                place.branch("Namen")
                        .branch("MaatschappelijkeNamen")
                        .branch("MaatschappelijkeNaam");
        name.leaf("Naam", one.name())
                .leaf("Taalcode", "nl")
                .attribute("DatumBegin", one.start().toString());
        address(place.branch("Adressen").branch("Adres"), one, "001", "Maatschappelijk adres");
        place.branch("Start").leaf("Datum", one.start().toString());
        place.branch("Inschrijving").leaf("Datum", one.start().toString());
        one.stopped()
                .ifPresent(end ->
                        place.coded("Stopzetting", "014", "Vrijwillige ontbinding")
                                .leaf("Datum", end.toString()));
        place.branch("Rechtsvormen")
                .coded("Rechtsvorm", one.form(), one.formWords())
                .attribute("DatumBegin", one.start().toString());
        place.branch("Rechtstoestanden")
                .coded("Rechtstoestand", "000", "Normale toestand")
                .attribute("DatumBegin", one.start().toString());
        establishment(place.branch("Vestigingen").branch("Vestiging"), one);
        Tree activity =
                place.branch("Activiteiten")
                        .branch("Activiteit")
                        .attribute("DatumBegin", one.start().toString());
        activity.branch("Nace")
                .leaf("Code", one.nace())
                .leaf("Omschrijving", one.naceWords())
                .leaf("Versie", "2025");
        activity.coded("Type", "P", "Hoofdactiviteit");
    }

    private static void establishment(Tree place, Business one) {
        place.attribute("DatumBegin", one.start().toString());
        place.leaf("Vestigingsnummer", one.establishment());
        status(place, one);
        address(place.branch("Adressen").branch("Adres"), one, "002", "Adres van een vestiging");
    }

    private static void status(Tree place, Business one) {
        boolean active = one.stopped().isEmpty();
        place.coded("StatusKBO", active ? "AC" : "ST", active ? "Actief" : "Stopgezet");
    }

    private static void address(Tree address, Business one, String type, String words) {
        address.attribute("DatumBegin", one.start().toString());
        address.branch("Straat")
                .leaf("Code", one.home().streetCode())
                .leaf("Naam", one.home().street());
        address.leaf("Huisnummer", one.home().number());
        if (!one.home().box().isEmpty()) {
            address.leaf("Busnummer", one.home().box());
        }
        address.branch("Gemeente")
                .leaf("NISCode", "11029")
                .leaf("PostCode", "2640")
                .leaf("Naam", "Mortsel");
        address.branch("Land").leaf("NISCode", "150").leaf("ISOCode", "BE").leaf("Naam", "België");
        address.coded("Type", type, words);
    }
}
