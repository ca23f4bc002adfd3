// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import be.onthaal.common.NationalNumber;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredPerson;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The register of persons through MAGDA. */
@Component
class MagdaPersons implements PersonRegister {

    private static final String NATIONAL_REGISTER = "RR";
    private static final String SOCIAL_SECURITY = "KSZ";
    private static final String LANGUAGE = "nl";

    private final Gateway gateway;

    MagdaPersons(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Answer<RegisteredPerson> person(NationalNumber whom, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.PERSON,
                        List.of(whom.value()),
                        content -> {
                            Branch criteria = content.branch("Criteria").leaf("INSZ", whom.value());
                            criteria.branch("OpvragingenKSZ").leaf("BasisPersoonsgegevens", "1");
                            content.leaf("Bron", source(whom)).leaf("Taal", LANGUAGE);
                        },
                        PersonReader::now,
                        person -> List.of(person.key())),
                occasion);
    }

    @Override
    public Answer<RegisteredPerson> history(
            NationalNumber whom, LocalDate since, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.HISTORY,
                        List.of(whom.value()),
                        content -> {
                            since(content.branch("Criteria").leaf("INSZ", whom.value()), since);
                            content.leaf("Bron", source(whom)).leaf("Taal", LANGUAGE);
                        },
                        PersonReader::history,
                        person -> List.of(person.key())),
                occasion);
    }

    @Override
    public Answer<Household> household(NationalNumber whom, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.HOUSEHOLD,
                        List.of(whom.value()),
                        content -> {
                            content.branch("Criteria").leaf("INSZ", whom.value());
                            content.leaf("Taal", LANGUAGE);
                        },
                        content -> People.household(content.need("Gezinsleden")),
                        MagdaPersons::members),
                occasion);
    }

    @Override
    public Answer<List<Household>> households(
            NationalNumber whom, LocalDate since, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.HOUSEHOLDS,
                        List.of(whom.value()),
                        content -> {
                            since(content.branch("Criteria").leaf("INSZ", whom.value()), since);
                            content.leaf("Taal", LANGUAGE);
                        },
                        MagdaPersons::households,
                        all -> all.stream().flatMap(one -> members(one).stream()).toList()),
                occasion);
    }

    @Override
    public Answer<List<FoundPerson>> at(AddressQuestion address, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.AT_ADDRESS,
                        List.of(),
                        content -> {
                            Branch criteria = content.branch("Criteria");
                            criteria.branch("Adres")
                                    .leaf("PostCode", address.postcode())
                                    .leaf("Straatcode", address.streetCode())
                                    .leaf("Huisnummer", address.number())
                                    .leaf("Busnummer", address.box());
                            criteria.leaf(
                                    "EnkelReferentiepersoon", address.referenceOnly() ? "1" : "0");
                            content.leaf("Bron", NATIONAL_REGISTER).leaf("Taal", LANGUAGE);
                        },
                        People::foundAll,
                        MagdaPersons::found),
                occasion);
    }

    @Override
    public Answer<List<FoundPerson>> named(NameQuestion name, Occasion occasion) {
        return gateway.ask(
                new Question<>(
                        MagdaService.BY_NAME,
                        List.of(),
                        content -> named(content, name),
                        People::foundAll,
                        MagdaPersons::found),
                occasion);
    }

    /** Who was never registered as an inhabitant is known by the social security alone. */
    private static String source(NationalNumber whom) {
        return whom.kind() == NationalNumber.Kind.BIS ? SOCIAL_SECURITY : NATIONAL_REGISTER;
    }

    private static void named(Branch content, NameQuestion asked) {
        Branch criteria = content.branch("Criteria");
        Branch name = criteria.branch("Naam").leaf("Achternaam", asked.familyName());
        if (!asked.givenNames().isEmpty()) {
            Branch given = name.branch("Voornamen");
            asked.givenNames().forEach(one -> given.leaf("Voornaam", one));
        }
        Branch birth = criteria.branch("Geboorte").leaf("Datum", asked.birth().toString());
        if (asked.years() > 0) {
            birth.leaf("Tolerantie", "%02d".formatted(asked.years()));
        }
        criteria.leaf("Geslacht", asked.male().map(male -> male ? "1" : "2"));
        content.leaf("Bron", NATIONAL_REGISTER).leaf("Taal", LANGUAGE);
    }

    /** {@code Op} would ask how it was on that day alone. */
    private static void since(Branch criteria, LocalDate day) {
        criteria.branch("Datum").attribute("Op", "0").write(day.toString());
    }

    private static List<Household> households(Node content) {
        return content.below("HistoriekGezinssamenstelling", "Gezinssamenstelling").stream()
                .map(one -> People.household(one.need("Gezinsleden")))
                .toList();
    }

    private static List<RegisterKey> members(Household household) {
        return household.members().stream()
                .flatMap(member -> member.value().person().key().stream())
                .toList();
    }

    private static List<RegisterKey> found(List<FoundPerson> people) {
        return people.stream().map(FoundPerson::key).toList();
    }
}
