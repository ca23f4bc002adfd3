// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.Refused;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.EnterpriseQuestion;
import be.onthaal.party.register.NameQuestion;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.StatusQuestion;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.TownNumbers;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Questions are what the schemas of their service allow, and so are the answers of our town. */
@OnthaalTest
class QuestionsTest {

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired Clock clock;

    private Magda magda;
    private Connector connector;
    private TestAuthority here;
    private Caller caller;

    @BeforeEach
    void aTownIsConnected() {
        magda = Magda.start(0);
        here = towns.found().ocmw();
        caller = towns.person(here, StandardRole.SOCIAL_WORKER);
        connector = Connector.to(magda, here.authority(), parts());
    }

    @AfterEach
    void close() {
        magda.close();
    }

    private Connector.Parts parts() {
        return new Connector.Parts(ledger, authorities, clock);
    }

    @Test
    void everyQuestionFitsItsSchema() throws SAXException, IOException {
        askAll(TownNumbers.people().subList(0, 1));

        Set<String> asked = new TreeSet<>();
        for (byte[] message : magda.received()) {
            Element question = question(message);
            MagdaService service = service(question);
            SharedMagda.schema(service, "").newValidator().validate(source(question));
            asked.add(service.title());
        }
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MagdaService.values()).map(MagdaService::title).toList());
    }

    @Test
    void aQuestionFitsItsSchemaWithoutCapacity() throws SAXException, IOException {
        MagdaSettings settings = Connector.settings(magda.endpoint(), here.authority());
        var bare =
                new MagdaSettings(
                        settings.endpoint(),
                        Map.of(),
                        Map.of(here.authority().slug(), new Sender("proefdorp.be/onthaal", "", "")),
                        settings.keys(),
                        settings.patience(),
                        settings.breaker(),
                        settings.largest());
        connector = Connector.with(bare, parts());

        askAll(TownNumbers.people().subList(0, 1));

        for (byte[] message : magda.received()) {
            Element question = question(message);
            SharedMagda.schema(service(question), "").newValidator().validate(source(question));
        }
    }

    @Test
    void aSignedQuestionFitsItsSchemaToo(@TempDir Path folder) throws Exception {
        Path store = KeyStores.add(folder.resolve("s.p12"), "EC", "sleutel", "Proefdorp");
        MagdaSettings settings = Connector.settings(magda.endpoint(), here.authority());
        var keys = new MagdaSettings.Keys(store.toString(), KeyStores.PASSWORD);
        connector = Connector.with(Connector.with(settings, keys), parts());

        askAll(TownNumbers.people().subList(0, 1));

        for (byte[] message : magda.received()) {
            assertThat(XPaths.of(message).has("//*[local-name() = 'SignatureValue']")).isTrue();
            Element question = question(message);
            SharedMagda.schema(service(question), "").newValidator().validate(source(question));
        }
    }

    /** The national register knows nobody by a BIS number; the KSZ does. */
    @Test
    void whoHasABisNumberIsAskedOfTheOtherRegister() {
        as(() -> connector.persons.person(new NationalNumber("85473003317"), occasion()));
        as(() -> connector.persons.person(TownNumbers.people().getFirst(), occasion()));

        assertThat(magda.received().stream().flatMap(one -> XPaths.of(one).all("//Bron").stream()))
                .containsExactly("RR", "KSZ");
    }

    /** Of all the town, so that no trait of its people is written wrongly. */
    @Test
    void everyAnswerOfTheTownFitsItsSchema() throws Exception {
        askAll(TownNumbers.people());
        Map<String, Schema> schemas = new HashMap<>();
        int answers = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (byte[] message : magda.received()) {
                Element answer = body(again(http, message));
                MagdaService service = service(question(message));
                Schema schema =
                        schemas.computeIfAbsent(
                                service.title(), title -> SharedMagda.schema(service, "Response"));
                schema.newValidator().validate(source(answer));
                answers++;
            }
        }
        System.out.println("MAGDA town answers valid: " + answers);
        assertThat(answers).isGreaterThan(200);
    }

    @Test
    void textsTravelAsTheyAre() {
        var asked =
                new NameQuestion(
                        "O'Brien & <Zoon> \"Éé\" 李",
                        List.of("Anne-Marie"),
                        new PartialDate(1970, 0, 0),
                        2,
                        Optional.of(false));

        as(() -> connector.persons.named(asked, occasion()));

        XPaths sent = XPaths.of(magda.received().getFirst());
        assertThat(sent.all("//Achternaam")).containsExactly("O'Brien & <Zoon> \"Éé\" 李");
        assertThat(sent.all("//Geboorte/Datum")).containsExactly("1970-00-00");
    }

    @Test
    void whatXmlCannotCarryIsRefusedAndNotAsked() {
        var asked =
                new NameQuestion(
                        "Jan\u0000sens",
                        List.of(),
                        new PartialDate(1970, 1, 1),
                        0,
                        Optional.empty());

        assertThatThrownBy(() -> as(() -> connector.persons.named(asked, occasion())))
                .isInstanceOf(Refused.class)
                .hasMessage("register.characters");
        assertThat(magda.received()).isEmpty();
    }

    private void askAll(List<NationalNumber> people) {
        var period =
                new PersonChanges.Period(
                        LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2027, 1, 1)));
        for (NationalNumber whom : people) {
            as(() -> connector.persons.person(whom, occasion()));
            as(() -> connector.persons.history(whom, LocalDate.of(2000, 1, 1), occasion()));
            as(() -> connector.persons.household(whom, occasion()));
            as(() -> connector.persons.households(whom, LocalDate.of(2000, 1, 1), occasion()));
            as(() -> connector.enterprises.functionsOf(whom, occasion()));
            as(() -> connector.social.livingWage(whom, Year.of(2026), 2, occasion()));
            as(() -> connector.social.livingWage(whom, Year.of(2020), 0, occasion()));
        }
        NationalNumber somebody = people.getFirst();
        var statuses =
                List.of(
                        new StatusQuestion("BIM_BVT", LocalDate.of(2026, 5, 1), Optional.empty()),
                        new StatusQuestion(
                                "GENT_PARKING_ADULT",
                                LocalDate.of(2026, 5, 1),
                                Optional.of("Gent")));
        as(() -> connector.social.statuses(somebody, statuses, occasion()));
        as(() ->
                connector.persons.at(
                        new AddressQuestion("2640", "1011", "27", Optional.of("2"), false),
                        occasion()));
        as(() ->
                connector.persons.named(
                        new NameQuestion(
                                "Chaouki",
                                List.of("Younes"),
                                new PartialDate(1985, 1, 19),
                                1,
                                Optional.of(true)),
                        occasion()));
        for (EnterpriseNumber which : TownNumbers.enterprises()) {
            as(() -> connector.enterprises.enterprise(which, occasion()));
            as(() -> connector.enterprises.functionsIn(which, occasion()));
        }
        as(() ->
                connector.enterprises.search(
                        new EnterpriseQuestion("e", false, Optional.of("2640"), false, 20),
                        occasion()));
        as(() -> connector.changes.follow(somebody, period, occasion()));
        as(() -> connector.changes.next(Optional.empty(), occasion()));
        as(() -> connector.changes.unfollow(somebody, occasion()));
    }

    private static Occasion occasion() {
        return Occasion.of(Callers.current());
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(caller, work);
    }

    private byte[] again(HttpClient http, byte[] message) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(magda.endpoint()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static Element question(byte[] message) {
        return body(message);
    }

    private static Element body(byte[] message) {
        return (Element) XPaths.of(message).nodes("/*/*[local-name() = 'Body']/*").item(0);
    }

    private static MagdaService service(Element question) {
        return Stream.of(MagdaService.values())
                .filter(one -> one.title().equals(question.getLocalName()))
                .findFirst()
                .orElseThrow();
    }

    private static javax.xml.transform.Source source(Element element) {
        return new DOMSource(element);
    }
}
