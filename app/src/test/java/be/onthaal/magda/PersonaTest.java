// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.NisCode;
import be.onthaal.common.PartialDate;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.Coded;
import be.onthaal.party.register.Dated;
import be.onthaal.party.register.FoundPerson;
import be.onthaal.party.register.HeldFunction;
import be.onthaal.party.register.Household;
import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredAddress;
import be.onthaal.party.register.RegisteredEnterprise;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.party.register.RegisteredPlace;
import be.onthaal.party.register.Relative;
import be.onthaal.party.register.SocialStatuses;
import be.onthaal.party.register.StatusQuestion;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every persona that Digitaal Vlaanderen publishes for the services that we ask, asked over SOAP
 * and compared with what XPath finds in the file.
 */
@OnthaalTest
class PersonaTest {

    private static final String UNTIL = "[not(starts-with(., '9999'))]";

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired Clock clock;

    private Magda magda;
    private Connector connector;
    private Caller caller;

    @BeforeEach
    void theGatewayHasTheirAnswers() {
        magda = Magda.start(0, SharedMagda.folder());
        TestAuthority here = towns.found().ocmw();
        connector =
                Connector.to(
                        magda, here.authority(), new Connector.Parts(ledger, authorities, clock));
        caller = towns.person(here, StandardRole.SOCIAL_WORKER);
    }

    @AfterEach
    void close() {
        magda.close();
    }

    @Test
    void everyPersonIsRead() {
        List<Path> files = SharedMagda.answers("Persoon", "GeefPersoon", "02.02.0000");

        for (Path file : files) {
            String number = SharedMagda.key(file);
            Answer<RegisteredPerson> answer =
                    ask(MagdaService.PERSON, number, "RR", PersonReader::now);
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<RegisteredPerson> given) {
                samePerson(file, xml, given.data());
            }
        }

        report("GeefPersoon", files.size(), 300);
    }

    @Test
    void everyHistoryIsRead() {
        List<Path> files = SharedMagda.answers("Persoon", "GeefHistoriekPersoon", "02.02.0000");

        for (Path file : files) {
            String number = SharedMagda.key(file);
            Answer<RegisteredPerson> answer =
                    as(() ->
                            connector.persons.history(
                                    new NationalNumber(number),
                                    LocalDate.of(1990, 1, 1),
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<RegisteredPerson> given) {
                sameHistory(file, xml, given.data());
            }
        }

        report("GeefHistoriekPersoon", files.size(), 17);
    }

    @Test
    void everyHouseholdIsRead() {
        List<Path> files = SharedMagda.answers("Persoon", "GeefGezinssamenstelling", "02.02.0000");

        for (Path file : files) {
            Answer<Household> answer =
                    as(() ->
                            connector.persons.household(
                                    new NationalNumber(SharedMagda.key(file)),
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<Household> given) {
                assertThat(members(given.data()))
                        .as(file.toString())
                        .isEqualTo(zip(xml, "//Gezinslid", "INSZ", "Positie/Code"));
                assertThat(
                                given.data().members().stream()
                                        .flatMap(one -> one.value().address().stream())
                                        .map(one -> one.value().street().number().orElse("")))
                        .as(file.toString())
                        .containsExactlyElementsOf(xml.all("//Gezinslid//Huisnummer"));
            }
        }

        report("GeefGezinssamenstelling", files.size(), 10);
    }

    @Test
    void everyHouseholdOfThePastIsRead() {
        List<Path> files =
                SharedMagda.answers("Persoon", "GeefHistoriekGezinssamenstelling", "02.02.0000");

        for (Path file : files) {
            String number = SharedMagda.key(file);
            Answer<List<Household>> answer =
                    NationalNumber.parse(number).isPresent()
                            ? as(() ->
                                    connector.persons.households(
                                            new NationalNumber(number),
                                            LocalDate.of(1990, 1, 1),
                                            Occasion.of(Callers.current())))
                            : unaskable(file);
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<List<Household>> given) {
                assertThat(given.data())
                        .as(file.toString())
                        .hasSameSizeAs(xml.all("//Gezinssamenstelling[Gezinsleden]"));
                assertThat(given.data().stream().flatMap(one -> members(one).stream()).toList())
                        .as(file.toString())
                        .isEqualTo(zip(xml, "//Gezinslid", "INSZ", "Positie/Code"));
            }
        }

        report("GeefHistoriekGezinssamenstelling", files.size(), 15);
    }

    @Test
    void everyAddressIsRead() {
        List<Path> files =
                SharedMagda.answers("Persoon", "ZoekPersoonOpAdres", "02.02.0000").stream()
                        .filter(file -> file.toString().contains("/RR/"))
                        .toList();

        for (Path file : files) {
            Path house = file.getParent();
            Path street = house.getParent();
            var asked =
                    new AddressQuestion(
                            street.getParent().getFileName().toString(),
                            street.getFileName().toString(),
                            house.getFileName().toString(),
                            Optional.empty(),
                            SharedMagda.key(file).equals("1"));
            Answer<List<FoundPerson>> answer =
                    as(() -> connector.persons.at(asked, Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<List<FoundPerson>> given) {
                assertThat(given.data())
                        .as(file.toString())
                        .extracting(one -> one.key().written())
                        .containsExactlyElementsOf(xml.all("//Persoon/INSZ"));
                assertThat(given.data())
                        .extracting(one -> String.join(" ", one.name().orElseThrow().givenNames()))
                        .containsExactlyElementsOf(
                                joined(xml, "//Persoon", "Naam/Voornamen/Voornaam"));
                assertThat(given.data())
                        .extracting(one -> one.birth().orElseThrow().toString())
                        .containsExactlyElementsOf(xml.all("//Persoon/Geboortedatum"));
            }
        }

        report("ZoekPersoonOpAdres", files.size(), 28);
    }

    @Test
    void whoIsSearchedByNameIsNotFound() {
        var asked =
                new NameQuestion(
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                        List.of(),
                        new PartialDate(2000, 1, 1),
                        0,
                        Optional.empty());

        Answer<List<FoundPerson>> answer =
                as(() -> connector.persons.named(asked, Occasion.of(Callers.current())));

        assertThat(answer).isInstanceOf(Answer.NotFound.class);
        report("ZoekPersoonOpNaam", 1, 1);
    }

    @Test
    void everyEnterpriseIsRead() {
        List<Path> files = SharedMagda.answers("Onderneming", "GeefOnderneming", "02.00.0000");

        for (Path file : files) {
            Answer<RegisteredEnterprise> answer =
                    EnterpriseNumber.parse(SharedMagda.key(file)).isPresent()
                            ? as(() ->
                                    connector.enterprises.enterprise(
                                            new EnterpriseNumber(SharedMagda.key(file)),
                                            Occasion.of(Callers.current())))
                            : enterprise(SharedMagda.key(file));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<RegisteredEnterprise> given) {
                sameEnterprise(file, xml, given.data());
            }
        }

        report("GeefOnderneming", files.size(), 46);
    }

    @Test
    void everyFunctionIsRead() {
        List<Path> files = SharedMagda.answers("Onderneming", "GeefFuncties", "02.00.0000");

        for (Path file : files) {
            Answer<List<Dated<HeldFunction>>> answer =
                    as(() ->
                            connector.enterprises.functionsOf(
                                    new NationalNumber(SharedMagda.key(file)),
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<List<Dated<HeldFunction>>> given) {
                assertThat(given.data())
                        .as(file.toString())
                        .extracting(one -> one.value().in().written())
                        .containsExactlyElementsOf(xml.all("//Functie/FunctiehouderVan"));
                assertThat(given.data())
                        .extracting(one -> one.value().nature().code())
                        .containsExactlyElementsOf(xml.all("//Functie/AardFunctie/Code"));
                assertThat(given.data().stream().flatMap(one -> one.value().person().stream()))
                        .extracting(RegisterKey::written)
                        .containsExactlyElementsOf(xml.all("//Functie/INSZ"));
                assertThat(given.data().stream().flatMap(one -> one.until().stream()))
                        .extracting(PartialDate::toString)
                        .containsExactlyElementsOf(xml.all("//Functie/Periode/Einde" + UNTIL));
            }
        }

        report("GeefFuncties", files.size(), 24);
    }

    @Test
    void everySocialStatusIsRead() {
        List<Path> files = SharedMagda.answers("SocZek", "GeefSociaalStatuut", "03.00.0000");
        var asked =
                List.of(new StatusQuestion("BIM_BVT", LocalDate.of(2026, 1, 1), Optional.empty()));

        for (Path file : files) {
            Answer<SocialStatuses> answer =
                    as(() ->
                            connector.social.statuses(
                                    new NationalNumber(SharedMagda.key(file)),
                                    asked,
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<SocialStatuses> given) {
                assertThat(given.data().statuses())
                        .as(file.toString())
                        .extracting(one -> one.name() + " " + (one.applies() ? "1" : "0"))
                        .isEqualTo(zip(xml, "//SociaalStatuut", "Naam", "Resultaat/Code"));
                assertThat(
                                given.data().statuses().stream()
                                        .flatMap(one -> one.periods().stream())
                                        .map(period -> period.from().toString()))
                        .containsExactlyElementsOf(xml.all("//Periode/Begindatum"));
            }
        }

        report("GeefSociaalStatuut", files.size(), 29);
    }

    @Test
    void everyLivingWageIsRead() {
        List<Path> files = SharedMagda.answers("SocZek", "GeefLeefloonbedragen", "02.00.0000");

        for (Path file : files) {
            Answer<List<LivingWage>> answer =
                    as(() ->
                            connector.social.livingWage(
                                    new NationalNumber(SharedMagda.key(file)),
                                    Year.of(2023),
                                    2,
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<List<LivingWage>> given) {
                assertThat(given.data())
                        .as(file.toString())
                        .extracting(one -> one.year().toString())
                        .containsExactlyElementsOf(xml.all("//Leefloonbedrag/Jaar"));
                assertThat(
                                given.data().stream()
                                        .flatMap(one -> one.payments().stream())
                                        .map(payment -> payment.amount().toPlainString()))
                        .containsExactlyInAnyOrderElementsOf(xml.all("//Maandelijks//Bedrag"));
                assertThat(
                                given.data().stream()
                                        .flatMap(one -> one.totals().stream())
                                        .map(total -> total.amount().toPlainString()))
                        .containsExactlyInAnyOrderElementsOf(xml.all("//Jaarlijks//Bedrag"));
            }
        }

        report("GeefLeefloonbedragen", files.size(), 7);
    }

    @Test
    void everySubscriptionIsRead() {
        List<Path> files =
                SharedMagda.answers("Repertorium", "RegistreerInschrijving", "02.01.0000");
        var period = new PersonChanges.Period(LocalDate.of(2026, 1, 1), Optional.empty());

        for (Path file : files) {
            Answer<Boolean> answer =
                    as(() ->
                            connector.changes.follow(
                                    new NationalNumber(SharedMagda.key(file)),
                                    period,
                                    Occasion.of(Callers.current())));
            XPaths xml = XPaths.of(file);
            outcome(file, xml, answer);
            if (answer instanceof Answer.Given<Boolean> given) {
                assertThat(List.of(given.data() ? "1" : "0")).isEqualTo(xml.all("//Resultaat"));
            }
        }

        report("RegistreerInschrijving", files.size(), 3);
    }

    @Test
    void theirNotificationsAreRead() {
        Answer<ChangeBatch> nothing =
                as(() -> connector.changes.next(Optional.empty(), Occasion.of(Callers.current())));
        Answer<ChangeBatch> wrong =
                as(() ->
                        connector.changes.next(
                                Optional.of("Monitoring"), Occasion.of(Callers.current())));

        assertThat(nothing)
                .isEqualTo(
                        new Answer.Given<>(
                                new ChangeBatch(Optional.empty(), List.of()), List.of()));
        assertThat(wrong).isInstanceOf(Answer.Refused.class);
        assertThat(codes(wrong)).containsExactly("30014");
        report("GeefPersoonMutatiesNotificaties", 2, 2);
    }

    /** A few that are known by heart, so that the comparison itself is not the only judge. */
    @Test
    void theKnownOnesAreWhoTheyAre() {
        RegisteredPerson isabelle = given(person("71690999827"));
        RegisteredPerson partial = given(person("00600099536"));

        assertThat(isabelle.name().orElseThrow().display()).isEqualTo("Isabelle Janssens");
        assertThat(isabelle.residence().orElseThrow().from())
                .contains(new PartialDate(2014, 5, 23));
        assertThat(isabelle.family().references().getFirst().value().key())
                .contains(new RegisterKey("67722499797"));
        assertThat(isabelle.family().parents()).hasSize(2);
        assertThat(partial.identity().births().getFirst().value().date())
                .contains(new PartialDate(2000, 0, 0));
        assertThat(person("91610100176")).isInstanceOf(Answer.Unavailable.class);
    }

    private Answer<RegisteredPerson> person(String number) {
        return as(() ->
                connector.persons.person(
                        new NationalNumber(number), Occasion.of(Callers.current())));
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).data();
    }

    /** Also for the two numbers of theirs whose check digits are wrong, which the port refuses. */
    private <T> Answer<T> ask(
            MagdaService service, String number, String source, Function<Node, T> reader) {
        return as(() ->
                connector.gateway.ask(
                        Question.about(
                                service,
                                number,
                                content -> {
                                    content.branch("Criteria").leaf("INSZ", number);
                                    content.leaf("Bron", source).leaf("Taal", "nl");
                                },
                                reader),
                        Occasion.of(Callers.current())));
    }

    private Answer<RegisteredEnterprise> enterprise(String number) {
        return as(() ->
                connector.gateway.ask(
                        Question.about(
                                MagdaService.ENTERPRISE,
                                number,
                                content ->
                                        content.branch("Criteria")
                                                .leaf("Ondernemingsnummer", number)
                                                .leaf("Basisgegevens", "1"),
                                EnterpriseReader::one),
                        Occasion.of(Callers.current())));
    }

    private Answer<List<Household>> unaskable(Path file) {
        return as(() ->
                connector.gateway.ask(
                        Question.about(
                                MagdaService.HOUSEHOLDS,
                                SharedMagda.key(file),
                                content -> {
                                    Branch criteria =
                                            content.branch("Criteria")
                                                    .leaf("INSZ", SharedMagda.key(file));
                                    criteria.branch("Datum")
                                            .attribute("Op", "0")
                                            .write("1990-01-01");
                                    content.leaf("Taal", "nl");
                                },
                                in ->
                                        in
                                                .below(
                                                        "HistoriekGezinssamenstelling",
                                                        "Gezinssamenstelling")
                                                .stream()
                                                .map(one ->
                                                        People.household(one.need("Gezinsleden")))
                                                .toList()),
                        Occasion.of(Callers.current())));
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(caller, work);
    }

    private static void outcome(Path file, XPaths xml, Answer<?> answer) {
        List<String> codes = xml.all("//Uitzondering/Identificatie");
        assertThat(codes(answer))
                .as(file.toString())
                .containsExactlyElementsOf(
                        answer instanceof Answer.Unavailable<?> ? codes.subList(0, 1) : codes);
        assertThat(answer instanceof Answer.Given<?>)
                .as(file + " " + answer)
                .isEqualTo(xml.has("//Antwoord/Inhoud"));
    }

    private static List<String> codes(Answer<?> answer) {
        return answer.notices().stream().map(Notice::code).toList();
    }

    private static void samePerson(Path file, XPaths xml, RegisteredPerson person) {
        String name = file.toString();
        String top = "//Inhoud/Persoon";
        assertThat(person.key().written()).as(name).isEqualTo(xml.all(top + "/INSZ").getFirst());
        assertThat(texts(person.identity().names(), one -> String.join(" ", one.familyNames())))
                .as(name)
                .isEqualTo(joined(xml, top + "/Naam", "Achternamen/Achternaam"));
        assertThat(texts(person.identity().names(), one -> String.join(" ", one.givenNames())))
                .as(name)
                .isEqualTo(joined(xml, top + "/Naam", "Voornamen/Voornaam"));
        assertThat(froms(person.identity().names()))
                .as(name)
                .isEqualTo(xml.all(top + "/Naam/@DatumBegin"));
        assertThat(texts(person.identity().sexes(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/Geslacht/Code"));
        assertThat(texts(person.identity().nationalities(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/Nationaliteiten/Nationaliteit/Code"));
        assertThat(froms(person.identity().nationalities()))
                .as(name)
                .isEqualTo(xml.all(top + "/Nationaliteiten/Nationaliteit/@DatumBegin"));
        assertThat(texts(person.identity().births(), one -> one.date().orElseThrow().toString()))
                .as(name)
                .isEqualTo(xml.all(top + "/Geboorte/Datum"));
        assertThat(person.isDeceased()).as(name).isEqualTo(xml.has(top + "/Overlijden"));
        assertThat(texts(person.situation().civilStates(), one -> one.state().code()))
                .as(name)
                .isEqualTo(xml.all(top + "/BurgerlijkeStaten/BurgerlijkeStaat/Code"));
        assertThat(texts(person.situation().statuses(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/Statussen/Status/Code"));
        assertThat(texts(person.situation().registers(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/Register/Code"));
        assertThat(texts(person.situation().managers(), RegisteredPlace::country))
                .as(name)
                .isEqualTo(xml.all(top + "/Beheerder/Plaats/Land/Naam"));
        assertThat(keys(person.family().parents()))
                .as(name)
                .isEqualTo(xml.all(top + "/Afstammingen/Afstamming/Ouders/Ouder/INSZ"));
        assertThat(keys(person.family().children()))
                .as(name)
                .isEqualTo(
                        xml.all(top + "/AfstammingenDalendeLijn/AfstammingDalendeLijn/Kind/INSZ"));
        assertThat(keys(person.family().references()))
                .as(name)
                .isEqualTo(xml.all(top + "/Referentiepersoon/INSZ"));
        assertThat(texts(person.family().members(), one -> one.role().code()))
                .as(name)
                .isEqualTo(xml.all(top + "/Gezinsleden/Gezinslid/Positie/Code"));
        assertThat(person.family().cohabitations())
                .as(name)
                .hasSameSizeAs(xml.all(top + "/WettelijkeSamenwoning"));
        sameAddresses(name, xml, person, top + "/Adressen/Hoofdverblijfplaats");
        assertThat(person.addresses().size())
                .as(name)
                .isEqualTo(xml.nodes(top + "/Adressen/*").getLength());
    }

    private static void sameAddresses(
            String name, XPaths xml, RegisteredPerson person, String path) {
        List<Dated<RegisteredAddress>> residences =
                person.addresses().stream()
                        .filter(one -> one.value().kind() == RegisteredAddress.Kind.RESIDENCE)
                        .toList();
        assertThat(froms(residences)).as(name).isEqualTo(xml.all(path + "/@DatumBegin"));
        assertThat(parts(residences, one -> one.street().number()))
                .as(name)
                .isEqualTo(xml.all(path + "/Huisnummer"));
        assertThat(parts(residences, one -> one.street().box()))
                .as(name)
                .isEqualTo(xml.all(path + "/Busnummer[normalize-space()]"));
        assertThat(parts(residences, one -> one.town().postcode()))
                .as(name)
                .isEqualTo(xml.all(path + "/Postcode[normalize-space()]"));
        assertThat(parts(residences, one -> one.street().name()))
                .as(name)
                .isEqualTo(
                        xml.all(
                                path
                                        + "/*[self::Straatnaam or self::NietGestandaardiseerdeStraatnaam]/String"));
        assertThat(parts(residences, one -> one.town().name()))
                .as(name)
                .isEqualTo(
                        xml.all(
                                path
                                        + "/*[self::Gemeentenaam or self::NietGestandaardiseerdeGemeentenaam]/String"));
        assertThat(parts(residences, one -> one.town().nis().map(NisCode::value)))
                .as(name)
                .isEqualTo(
                        xml.all(path + "/NISCodeGemeente[string-length(normalize-space()) = 5]"));
    }

    private static void sameHistory(Path file, XPaths xml, RegisteredPerson person) {
        String name = file.toString();
        String top = "//HistoriekPersoon";
        assertThat(texts(person.identity().names(), one -> String.join(" ", one.givenNames())))
                .as(name)
                .isEqualTo(joined(xml, top + "/HistoriekNaam/Naam", "Voornamen/Voornaam"));
        assertThat(texts(person.identity().births(), one -> one.date().orElseThrow().toString()))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekGeboorte/Geboorte/Datum"));
        assertThat(texts(person.identity().nationalities(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekNationaliteit/Nationaliteit/Code"));
        assertThat(texts(person.situation().statuses(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekStatus/Status/Code"));
        assertThat(untils(person.situation().statuses()))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekStatus/Status/@DatumEinde"));
        assertThat(untils(person.situation().managers()))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekBeheerder/Beheerder/@DatumEinde"));
        assertThat(keys(person.family().parents()))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekAfstamming/Afstamming/Ouders/Ouder/INSZ"));
        assertThat(keys(person.family().references()))
                .as(name)
                .isEqualTo(xml.all(top + "/HistoriekReferentiepersoon/Referentiepersoon/INSZ"));
        sameAddresses(
                name,
                xml,
                person,
                top + "/HistoriekAdressen/HistoriekHoofdverblijfplaats/Hoofdverblijfplaats");
        assertThat(person.addresses().size())
                .as(name)
                .isEqualTo(xml.nodes(top + "/HistoriekAdressen/*/*").getLength());
    }

    private static void sameEnterprise(Path file, XPaths xml, RegisteredEnterprise one) {
        String name = file.toString();
        String top = "//Inhoud/Onderneming";
        assertThat(one.number().written())
                .as(name)
                .isEqualTo(xml.all(top + "/Ondernemingsnummer").getFirst());
        assertThat(one.status().orElseThrow().code())
                .as(name)
                .isEqualTo(xml.all(top + "/StatusKBO/Code").getFirst());
        assertThat(texts(one.profile().names(), RegisteredEnterprise.Name::text))
                .as(name)
                .isEqualTo(
                        xml.all(
                                String.join(
                                        " | ",
                                        top + "/Namen/MaatschappelijkeNamen/*/Naam",
                                        top + "/Namen/AfgekorteNamen/*/Naam",
                                        top + "/Namen/CommercieleNamen/*/Naam")));
        assertThat(texts(one.profile().legalForms(), Coded::code))
                .as(name)
                .isEqualTo(xml.all(top + "/Rechtsvormen/Rechtsvorm/Code"));
        assertThat(one.profile().legalSituations())
                .as(name)
                .hasSameSizeAs(xml.all(top + "/Rechtstoestanden/Rechtstoestand"));
        assertThat(texts(one.profile().activities(), activity -> activity.nace().code()))
                .as(name)
                .isEqualTo(xml.all(top + "/Activiteiten/Activiteit/Nace/Code"));
        assertThat(texts(one.establishments(), place -> place.number().written()))
                .as(name)
                .isEqualTo(xml.all(top + "/Vestigingen/Vestiging/Vestigingsnummer"));
        assertThat(parts(one.addresses(), address -> address.street().number()))
                .as(name)
                .isEqualTo(xml.all(top + "/Adressen/Adres/Huisnummer"));
        assertThat(parts(one.addresses(), address -> address.town().postcode()))
                .as(name)
                .isEqualTo(xml.all(top + "/Adressen/Adres/Gemeente/PostCode"));
        assertThat(one.hasStopped()).as(name).isEqualTo(xml.has(top + "/Stopzetting"));
        assertThat(one.life().registered().map(PartialDate::toString).stream().toList())
                .as(name)
                .isEqualTo(xml.all(top + "/Inschrijving/Datum"));
    }

    private static List<String> members(Household household) {
        return household.members().stream()
                .map(one ->
                        one.value().person().key().orElseThrow().written()
                                + " "
                                + one.value().person().role().code())
                .toList();
    }

    private static <T> List<String> texts(List<Dated<T>> facts, Function<T, String> text) {
        return facts.stream().map(one -> text.apply(one.value())).toList();
    }

    private static <T> List<String> parts(
            List<Dated<T>> facts, Function<T, Optional<String>> part) {
        return facts.stream().flatMap(one -> part.apply(one.value()).stream()).toList();
    }

    private static <T> List<String> froms(List<Dated<T>> facts) {
        return facts.stream()
                .flatMap(one -> one.from().stream())
                .map(PartialDate::toString)
                .toList();
    }

    private static <T> List<String> untils(List<Dated<T>> facts) {
        return facts.stream()
                .flatMap(one -> one.until().stream())
                .map(PartialDate::toString)
                .toList();
    }

    private static List<String> keys(List<Dated<Relative>> relatives) {
        return relatives.stream()
                .flatMap(one -> one.value().key().stream())
                .map(RegisterKey::written)
                .toList();
    }

    /** For each place the texts below it, with a space between. */
    private static List<String> joined(XPaths xml, String places, String names) {
        List<String> joined = new ArrayList<>();
        int count = xml.nodes(places).getLength();
        for (int i = 1; i <= count; i++) {
            joined.add(String.join(" ", xml.all("(" + places + ")[" + i + "]/" + names)));
        }
        return joined;
    }

    private static List<String> zip(XPaths xml, String places, String first, String second) {
        List<String> zipped = new ArrayList<>();
        int count = xml.nodes(places).getLength();
        for (int i = 1; i <= count; i++) {
            String place = "(" + places + ")[" + i + "]/";
            zipped.add(
                    xml.all(place + first).getFirst() + " " + xml.all(place + second).getFirst());
        }
        return zipped;
    }

    private static void report(String service, int read, int atLeast) {
        System.out.println("MAGDA personas read: " + service + " " + read);
        assertThat(read).isGreaterThanOrEqualTo(atLeast);
    }
}
