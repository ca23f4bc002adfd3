// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.Merge;
import be.onthaal.party.Merges;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preferences;
import be.onthaal.simulators.acm.AcmPerson;
import be.onthaal.simulators.acm.Flaw;
import be.onthaal.testing.AcmTown;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen sees what is known of him, and nobody else does. */
@OnthaalTest
class MyPagesTest extends AcmTown {

    private static final String NUMBER = "85073003328";
    private static final String OF_NOBODY = "90010100123";
    private static final String ENTRANCE = "Aanmelden met eID of itsme";

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Merges merges;
    @Autowired Consents consents;
    @Autowired Preferences preferences;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private Town town;
    private TestAuthority here;
    private Caller host;
    private PartyId wouter;
    private String home;
    private Visitor citizen;

    @BeforeEach
    void aCustomerIsKnownByHisNumber() {
        town = towns.found();
        here = town.municipality();
        home = "/mijn/" + here.authority().slug();
        host = towns.person(here, StandardRole.FIRST_LINE);
        wouter = register(host, "Wouter Van den Bossche", NUMBER);
        Callers.run(
                host,
                () ->
                        parties.state(
                                wouter,
                                Detail.Kind.RESIDENCE,
                                "Liersesteenweg 12, 2640 Mortsel",
                                "EMPLOYEE",
                                Optional.empty()));
        citizen = new Visitor(port);
    }

    @AfterEach
    void mend() {
        ACM.mend();
        clock.free();
    }

    @Test
    void whoSignsInReadsWhatIsKnownOfHimAndThatIsLogged() {
        assertThat(citizen.get(home).body()).contains(ENTRANCE).doesNotContain("Bossche");

        Visitor.Answer in = signIn(citizen, NUMBER);

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.path()).isEqualTo(home);
        assertThat(citizen.get(home).body())
                .contains("Wouter Van den Bossche", "85.07.30-033.28", "Liersesteenweg 12");
        assertThat(log("portal.my-signed-in")).hasSize(1);
        assertThat(log("party.consulted")).containsOnly("OWN klant zelf");
    }

    @Test
    void heTakesAlongWhatIsKnownOfHim() {
        assertThat(citizen.get(home + "/overzicht/json").status()).isEqualTo(404);
        signIn(citizen, NUMBER);

        Visitor.Answer data = citizen.get(home + "/overzicht/json");
        Visitor.Answer paper = citizen.get(home + "/overzicht/pdf");

        assertThat(data.body()).contains("onthaal-overview-1", "85.07.30-033.28", "Liersesteenweg");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF-1.");
        assertThat(log("party.overview-made")).containsExactly("OWN klant zelf", "OWN klant zelf");
        String sister = "/mijn/" + town.ocmw().authority().slug();
        assertThat(citizen.get(sister + "/overzicht/json").status()).isEqualTo(404);
    }

    @Test
    void heReadsNobodyElse() {
        register(host, "Lien Peeters", OF_NOBODY);

        signIn(citizen, NUMBER);

        assertThat(citizen.get(home).body()).doesNotContain("Lien Peeters");
        assertThat(citizen.get("/mijn/" + town.ocmw().authority().slug()).body())
                .contains(ENTRANCE)
                .doesNotContain("Bossche");
        assertThat(citizen.get("/klanten/" + wouter).status()).isEqualTo(302);
    }

    @Test
    void whoIsNotKnownHereReadsNothingNotEvenWhereASisterAuthorityKnowsHim() {
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        register(social, "Lien Peeters", OF_NOBODY);

        Visitor.Answer answer = signIn(citizen, OF_NOBODY);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Wij kennen niemand met uw rijksregisternummer")
                .doesNotContain("Lien", "90.01.01");
        assertThat(citizen.get(home).body()).contains(ENTRANCE);
        assertThat(log("portal.my-unknown")).hasSize(1);
    }

    @Test
    void whoComesForHisWorkIsNoCitizen() {
        var employee = new AcmPerson("sub-els", "vo-els", "Els", "OVO002187", "Stad");

        Visitor.Answer answer = citizen.get(choose(citizen, home + "/aanmelden", employee, port));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(citizen.get(home).body()).contains(ENTRANCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {
                "WRONG_NONCE",
                "WRONG_AUDIENCE",
                "EXPIRED",
                "UNSIGNED",
                "SHARED_SECRET",
                "OTHER_KEY",
                "TAMPERED",
                "REFUSED",
                "NO_JSON",
                "SERVER_ERROR"
            })
    void whatTheProviderCannotHaveSaidOpensNothing(Flaw flaw) {
        ACM.flaw(flaw);

        Visitor.Answer answer = signIn(citizen, NUMBER);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("Bossche", NUMBER);
        assertThat(citizen.get(home).body()).contains(ENTRANCE);
    }

    @Test
    void onlyTheBrowserThatLeftComesBackAndOnlyOnce() {
        String back = choose(citizen, home + "/aanmelden", person(NUMBER), port);

        assertThat(new Visitor(port).get(back).status()).isEqualTo(422);
        assertThat(citizen.get(back).body()).contains("al gebruikt");
        assertThat(citizen.get(home).body()).contains(ENTRANCE);
    }

    @Test
    void takingBackIsAsEasyAsAgreeing() {
        signIn(citizen, NUMBER);

        Visitor.Answer given = say(ConsentPurpose.NEWS, true);
        Optional<Consent> agreed = now(ConsentPurpose.NEWS);
        Visitor.Answer withdrawn = say(ConsentPurpose.NEWS, false);

        assertThat(given.path()).isEqualTo(home + "?gedaan=given");
        assertThat(agreed).hasValueSatisfying(word -> assertThat(word.given()).isTrue());
        assertThat(withdrawn.path()).isEqualTo(home + "?gedaan=withdrawn");
        assertThat(now(ConsentPurpose.NEWS))
                .hasValueSatisfying(word -> {
                    assertThat(word.given()).isFalse();
                    assertThat(word.channel()).isEqualTo(Channel.WEB_FORM);
                    assertThat(word.proof()).contains("eID of itsme");
                    assertThat(word.recordedBy()).isEqualTo("klant zelf");
                });
        assertThat(citizen.get(home + "?gedaan=withdrawn").body())
                .contains("Uw toestemming is ingetrokken");
    }

    @Test
    void heSaysHowHeWantsToBeReached() {
        signIn(citizen, NUMBER);

        citizen.post(home + "/voorkeur", Map.of("by", "PHONE", "language", "fr"));

        var wish = Callers.as(host, () -> preferences.of(wouter)).general();
        assertThat(wish.channel()).contains(Channel.PHONE);
        assertThat(wish.locale()).contains("fr");
    }

    @Test
    void nonsenseIsRefusedAndChangesNothing() {
        signIn(citizen, NUMBER);

        assertThat(
                        citizen.post(
                                        home + "/toestemming",
                                        Map.of("purpose", "ALLES", "given", "true"))
                                .status())
                .isEqualTo(400);
        assertThat(citizen.post(home + "/voorkeur", Map.of("by", "KIOSK")).status()).isEqualTo(422);
        assertThat(citizen.post(home + "/voorkeur", Map.of("language", "tlh")).status())
                .isEqualTo(422);
        assertThat(citizen.get("/mijn/nergens").status()).isEqualTo(404);
        assertThat(now(ConsentPurpose.NEWS)).isEmpty();
    }

    @Test
    void whoIsNotSignedInSaysNothing() {
        Visitor.Answer answer = say(ConsentPurpose.NEWS, true);

        assertThat(answer.path()).isEqualTo(home);
        assertThat(now(ConsentPurpose.NEWS)).isEmpty();
    }

    @Test
    void signingOutClosesIt() {
        signIn(citizen, NUMBER);

        citizen.post(home + "/afmelden", Map.of());

        assertThat(citizen.get(home).body()).contains(ENTRANCE).doesNotContain("Bossche");
        assertThat(owner.column("select party_id from portal.my_session"))
                .doesNotContain(wouter.toString());
    }

    @Test
    void aTelephoneThatIsLaidAsideIsSignedOutByItself() {
        signIn(citizen, NUMBER);
        clock.advance(Duration.ofMinutes(19));
        assertThat(citizen.get(home).body()).contains("Bossche");

        clock.advance(Duration.ofMinutes(21));

        assertThat(citizen.get(home).body()).contains(ENTRANCE);
    }

    @Test
    void aSessionLastsTwoHoursHoweverOftenItIsUsed() {
        signIn(citizen, NUMBER);
        for (int quarter = 0; quarter < 7; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(citizen.get(home).body()).contains("Bossche");
        }

        clock.advance(Duration.ofMinutes(16));

        assertThat(citizen.get(home).body()).contains(ENTRANCE);
    }

    @Test
    void whatIsMergedIsReadTogetherAndAfterAnUnMergeOnlyHisOwn() {
        PartyId twin =
                Callers.as(
                        host,
                        () ->
                                parties.register(
                                        new NewParty(
                                                Party.Kind.PERSON,
                                                "W. Bossche",
                                                Optional.empty(),
                                                Optional.empty(),
                                                "nl",
                                                "EMPLOYEE",
                                                NewParty.Identity.NONE)));
        Callers.run(
                host,
                () ->
                        parties.state(
                                twin,
                                Detail.Kind.BIRTH_DATE,
                                "1985-07-30",
                                "EMPLOYEE",
                                Optional.empty()));
        Merge merge = Callers.as(host, () -> merges.merge(twin, wouter, "Zelfde persoon"));
        signIn(citizen, NUMBER);
        assertThat(citizen.get(home).body()).contains("30/07/1985", "Liersesteenweg 12");

        Callers.run(host, () -> merges.undo(merge.id(), "Toch niet"));

        assertThat(citizen.get(home).body())
                .contains("Liersesteenweg 12")
                .doesNotContain("30/07/1985");
    }

    private Visitor.Answer say(ConsentPurpose purpose, boolean given) {
        return citizen.post(
                home + "/toestemming",
                Map.of("purpose", purpose.name(), "given", String.valueOf(given)));
    }

    private Optional<Consent> now(ConsentPurpose purpose) {
        return Callers.as(host, () -> consents.now(wouter, purpose));
    }

    private Visitor.Answer signIn(Visitor browser, String number) {
        return browser.get(choose(browser, home + "/aanmelden", person(number), port));
    }

    private static AcmPerson person(String number) {
        return AcmPerson.citizen("Iemand", number);
    }

    private PartyId register(Caller who, String name, String number) {
        var identifier = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, number, "EMPLOYEE");
        return Callers.as(
                who,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        name,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        new NewParty.Identity(List.of(identifier)))));
    }

    private List<String> log(String action) {
        return owner.column(
                """
                select purpose || ' ' || actor_name from audit.event
                where action = '%s' and authority_id = '%s'
                """
                        .formatted(action, here.authority().id()));
    }
}
