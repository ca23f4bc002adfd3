// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import be.onthaal.simulators.magda.Resident.Trait;
import java.time.LocalDate;
import java.util.List;

/** Writes people of the invented town, one by one or as a search finds them. */
final class PersonAnswers {

    private static final String NIS = "11029";
    private static final String TOWN = "Mortsel";
    private static final String POSTCODE = "2640";
    private static final LocalDate DIED = LocalDate.of(2026, 2, 17);
    private static final LocalDate LEFT = LocalDate.of(2024, 8, 1);

    private final List<Resident> people;

    PersonAnswers(List<Resident> people) {
        this.people = people;
    }

    /** Blocks come in the order of the schema. */
    void now(Tree content, Resident one) {
        Tree person =
                content.branch("Persoon")
                        .attribute("DatumCreatie", one.birth().toString())
                        .leaf("INSZ", one.insz());
        name(person, one).attribute("DatumBegin", one.birth().toString());
        sex(person, one);
        if (one.trait() == Trait.DECEASED) {
            person.branch("Statussen")
                    .coded("Status", "99990", "Overleden")
                    .attribute("DatumBegin", DIED.toString());
        }
        manager(person.branch("Beheerder"), one);
        register(person.branch("Register"), one);
        nationality(person.branch("Nationaliteiten"), one);
        birth(person.branch("Geboorte"), one);
        if (one.trait() == Trait.DECEASED) {
            death(person.branch("Overlijden"));
        }
        civil(person.branch("BurgerlijkeStaten"), one);
        addresses(person.branch("Adressen"), one);
        descent(person, one);
        if (one.trait() == Trait.PROTECTED) {
            guardian(person.branch("Bewindvoerders"));
        }
    }

    void history(Tree content, Resident one) {
        Tree person = content.branch("HistoriekPersoon").leaf("INSZ", one.insz());
        name(person.branch("HistoriekNaam"), one).attribute("DatumBegin", one.birth().toString());
        sex(person.branch("HistoriekGeslacht"), one);
        manager(person.branch("HistoriekBeheerder").branch("Beheerder"), one);
        nationality(person.branch("HistoriekNationaliteit"), one);
        birth(person.branch("HistoriekGeboorte").branch("Geboorte"), one);
        if (one.trait() == Trait.DECEASED) {
            death(person.branch("HistoriekOverlijden").branch("Overlijden"));
        }
        civil(person.branch("HistoriekBurgerlijkeStaat"), one);
        Tree lived = person.branch("HistoriekAdressen").branch("HistoriekHoofdverblijfplaats");
        residence(lived.branch("Hoofdverblijfplaats"), one.home())
                .attribute("DatumBegin", one.home().since().toString());
        var before = new Resident.Home("1003", "Antwerpsestraat", "2", "", one.home().since());
        residence(lived.branch("Hoofdverblijfplaats"), before)
                .attribute("DatumBegin", one.home().since().minusYears(3).toString())
                .attribute("DatumEinde", one.home().since().minusDays(1).toString());
    }

    List<Resident> at(Asked asked) {
        boolean referenceOnly = asked.value("EnkelReferentiepersoon").equals("1");
        return people.stream()
                .filter(one -> POSTCODE.equals(asked.value("PostCode")))
                .filter(one -> one.home().streetCode().equals(asked.value("Straatcode")))
                .filter(one -> one.home().number().equals(asked.value("Huisnummer")))
                .filter(one ->
                        asked.value("Busnummer").isEmpty()
                                || one.home().box().equals(asked.value("Busnummer")))
                .filter(one -> one.isReference() || !referenceOnly)
                .filter(one -> one.trait() != Trait.SECRET && one.trait() != Trait.ABROAD)
                .toList();
    }

    /** The birth may lie some years before or after; unknown parts match everything. */
    List<Resident> named(Asked asked) {
        String year = asked.value("Datum");
        int asNumber = year.matches("[0-9]{4}.*") ? Integer.parseInt(year.substring(0, 4)) : 0;
        String spread = asked.value("Tolerantie");
        int years = spread.matches("[0-9]{2}") ? Integer.parseInt(spread) : 0;
        List<String> given = asked.values("Voornaam");
        String sex = asked.value("Geslacht");
        return people.stream()
                .filter(one -> one.familyName().equalsIgnoreCase(asked.value("Achternaam")))
                .filter(one -> Math.abs(one.birth().getYear() - asNumber) <= years)
                .filter(one -> given.isEmpty() || given.contains(one.givenName()))
                .filter(one -> sex.isEmpty() || sex.equals(one.male() ? "1" : "2"))
                .filter(one -> one.trait() != Trait.SECRET)
                .toList();
    }

    void found(Tree content, List<Resident> found) {
        Tree list = content.branch("Personen");
        for (Resident one : found) {
            Tree person = list.branch("Persoon").attribute("Bron", "RR").leaf("INSZ", one.insz());
            name(person, one);
            sex(person, one);
            person.leaf("Geboortedatum", one.birthDate());
            residence(person.branch("Adressen").branch("Hoofdverblijfplaats"), one.home())
                    .attribute("DatumBegin", one.home().since().toString());
        }
    }

    static Tree name(Tree owner, Resident one) {
        Tree name = owner.branch("Naam");
        name.branch("Achternamen").leaf("Achternaam", one.familyName());
        name.branch("Voornamen").leaf("Voornaam", one.givenName());
        return name;
    }

    static void sex(Tree owner, Resident one) {
        owner.coded("Geslacht", one.male() ? "1" : "2", one.male() ? "Mannelijk" : "Vrouwelijk");
    }

    static Tree residence(Tree address, Resident.Home home) {
        address.words("Straatnaam", home.street()).leaf("Huisnummer", home.number());
        if (!home.box().isEmpty()) {
            address.leaf("Busnummer", home.box());
        }
        return address.words("Gemeentenaam", TOWN)
                .words("Land", "BELGIE")
                .leaf("Postcode", POSTCODE)
                .leaf("NISCodeLand", "150")
                .leaf("ISOCodeLand", "BEL")
                .leaf("NISCodeGemeente", NIS)
                .leaf("StraatCode", home.streetCode());
    }

    static void place(Tree owner, String nis, String town) {
        Tree place = owner.branch("Plaats");
        place.branch("Gemeente").leaf("NISCode", nis).leaf("Naam", town);
        place.branch("Land").leaf("NISCode", "150").leaf("ISOCode", "BEL").leaf("Naam", "BELGIE");
    }

    private static void manager(Tree manager, Resident one) {
        place(manager, NIS, TOWN);
        manager.attribute("DatumBegin", one.home().since().toString());
    }

    private static void register(Tree register, Resident one) {
        register.leaf("Code", "01")
                .leaf("Omschrijving", "Bevolkingsregister")
                .attribute("DatumBegin", one.home().since().toString());
    }

    private static void nationality(Tree list, Resident one) {
        Tree nationality = list.coded("Nationaliteit", "150", "Belg");
        nationality.attribute("DatumBegin", one.birth().toString());
    }

    private static void birth(Tree birth, Resident one) {
        birth.attribute("DatumBegin", one.birth().toString()).leaf("Datum", one.birthDate());
        place(birth, "11002", "Antwerpen");
    }

    private static void death(Tree death) {
        death.attribute("DatumBegin", DIED.toString()).leaf("Datum", DIED.toString());
        place(death, "11013", "Edegem");
    }

    private void civil(Tree list, Resident one) {
        Tree state = list.coded("BurgerlijkeStaat", one.civil(), one.civilWords());
        state.attribute(
                "DatumBegin", one.birth().plusYears(one.civil().equals("10") ? 0 : 27).toString());
        FamilyAnswers.spouse(people, one)
                .ifPresent(spouse -> FamilyAnswers.identify(state.branch("Partner"), spouse));
    }

    private static void addresses(Tree addresses, Resident one) {
        switch (one.trait()) {
            case SECRET ->
                    addresses
                            .branch("NietMededeelbaarAdres")
                            .attribute("DatumBegin", one.home().since().toString());
            case ABROAD -> abroad(addresses.branch("VerblijfplaatsBuitenland"));
            default ->
                    residence(addresses.branch("Hoofdverblijfplaats"), one.home())
                            .attribute("DatumBegin", one.home().since().toString());
        }
    }

    private static void abroad(Tree abroad) {
        abroad.attribute("DatumBegin", LEFT.toString());
        abroad.branch("DiplomatiekePost").leaf("Code", "1412").leaf("Omschrijving", "Lissabon");
        abroad.branch("Land")
                .leaf("NISCode", "123")
                .leaf("ISOCode", "PRT")
                .leaf("Naam", "Portugal");
        abroad.branch("Teksten").leaf("Tekst", "Rua das Flores 12").leaf("Tekst", "4050-262 Porto");
    }

    private void descent(Tree person, Resident one) {
        List<Resident> parents = FamilyAnswers.parents(people, one);
        if (!parents.isEmpty()) {
            Tree descent = person.branch("Afstammingen").branch("Afstamming");
            descent.attribute("DatumBegin", one.birth().toString());
            descent.coded("Type", "00", "Kind");
            Tree list = descent.branch("Ouders");
            parents.forEach(parent -> FamilyAnswers.identify(list.branch("Ouder"), parent));
        }
        List<Resident> children = FamilyAnswers.children(people, one);
        if (!children.isEmpty()) {
            Tree list = person.branch("AfstammingenDalendeLijn");
            for (Resident child : children) {
                Tree descent = list.branch("AfstammingDalendeLijn");
                descent.attribute("DatumBegin", child.birth().toString());
                descent.coded("Type", "11", "Kind");
                FamilyAnswers.identify(descent.branch("Kind"), child);
            }
        }
        if (!one.isReference()) {
            Resident head = FamilyAnswers.reference(people, one);
            Tree reference = person.branch("Referentiepersoon");
            FamilyAnswers.identify(reference, head);
            reference.coded("Positie", one.position(), one.positionWords());
            reference.attribute("DatumBegin", one.home().since().toString());
        }
    }

    private void guardian(Tree list) {
        Tree guardian = list.branch("Bewindvoerder").attribute("DatumBegin", "2021-03-01");
        guardian.coded("JuridischStatuut", "12", "Bewind over de goederen");
        guardian.branch("Identiteit").leaf("INSZ", people.getFirst().insz());
    }
}
