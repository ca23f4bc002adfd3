// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.common.EmailAddress;
import be.onthaal.organisation.Employee;
import be.onthaal.organisation.Employees;
import be.onthaal.organisation.Grants;
import be.onthaal.organisation.NewEmployee;
import be.onthaal.organisation.StandardRole;
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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnthaalTest
@ExtendWith(OutputCaptureExtension.class)
class ProviderSignInTest extends AcmTown {

    private static final String UNTRUSTED = "een antwoord dat Onthaal niet vertrouwt";
    private static final String AWAY = "De aanmelddienst antwoordt nu niet";
    private static final String USED = "al gebruikt, of begon in een andere browser";

    @Autowired TownFixtures towns;
    @Autowired Employees employees;
    @Autowired Grants grants;
    @Autowired AsOwner owner;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    private static long hours;
    private Town town;
    private TestAuthority here;
    private Employee colleague;
    private AcmPerson person;
    private Visitor visitor;

    @BeforeEach
    void aColleagueIsWrittenDown() {
        town = towns.found();
        here = town.municipality();
        colleague = hire(here, "Fatima El Amrani", address());
        person = known(here, colleague);
        visitor = new Visitor(port);
    }

    @AfterEach
    void mend() {
        ACM.mend();
        clock.free();
    }

    @Test
    void whoeverIsWrittenDownComesInWhereHeWantedToBe() {
        Visitor.Answer answer = signIn(visitor, person, "/zaken?view=ALL_OPEN&sort=DUE_FIRST");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.path()).isEqualTo("/zaken?view=ALL_OPEN&sort=DUE_FIRST");
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(visitor.get("/bestuur").body()).contains(here.authority().name());
        assertThat(log(here)).contains("access.signed-in PROVIDER " + colleague.account());
    }

    @Test
    void theButtonIsThereAndLeavesWithoutTellingMoreThanNeeded() {
        assertThat(visitor.get("/aanmelden?naar=/postvak").body())
                .contains("Aanmelden met Toegang (ACM/IDM)")
                .contains("href=\"/aanmelden/toegang?naar=%2Fpostvak\"");

        String departure = visitor.get("/aanmelden/toegang?naar=/postvak").location();

        assertThat(departure)
                .startsWith(ACM.issuer() + "/aanmelden?response_type=code&client_id=onthaal-demo")
                .contains(
                        "code_challenge_method=S256", "nonce=", "state=", "scope=openid+profile+vo")
                .doesNotContain("postvak", "geheim");
    }

    @Test
    void anotherSiteIsNeverWhereOneEnds() {
        assertThat(signIn(visitor, person, "https://elders.example/").path()).isEqualTo("/");
        assertThat(signIn(visitor, person, "//elders.example/").path()).isEqualTo("/");
    }

    @Test
    void fromTheFirstTimeOnOnlyTheSubjectCounts() {
        signIn(visitor, person, "/");
        var renumbered =
                new AcmPerson(
                        person.subject(),
                        "ander-vo-id",
                        person.name(),
                        person.organisation(),
                        person.organisationName());
        var namesake =
                new AcmPerson(
                        "ander-subject",
                        person.voId(),
                        person.name(),
                        person.organisation(),
                        person.organisationName());

        assertThat(signIn(new Visitor(port), renumbered, "/").status()).isEqualTo(303);
        assertThat(signIn(new Visitor(port), namesake, "/").body())
                .contains("uw beheerder heeft u nog niet in Onthaal ingevuld")
                .contains(person.voId());
    }

    @Test
    void theAuthorityIsTheOneThatTheProviderNames() {
        Employee also = hire(town.ocmw(), colleague.name(), colleague.email().value());
        Callers.run(
                town.ocmw().administrator(),
                () -> employees.writeIdentity(also.id(), person.subject()));
        var there = at(person, town.ocmw().authority().numbers().enterprise().value());

        assertThat(signIn(visitor, there, "/").status()).isEqualTo(303);

        assertThat(visitor.get("/bestuur").body()).contains("OCMW Proefdorp");
        assertThat(log(town.ocmw())).contains("access.signed-in PROVIDER " + also.account());
        assertThat(change(visitor, here).status()).isEqualTo(403);
        signIn(new Visitor(port), person, "/");
        assertThat(change(visitor, here).status()).isEqualTo(303);
    }

    @Test
    void whoDoesNotWorkThereIsToldSo() {
        var wanderer = new Visitor(port);
        AcmPerson there = at(person, town.ocmw().authority().numbers().ovo().value());

        Visitor.Answer before = signIn(wanderer, there, "/");
        signIn(visitor, person, "/");
        Visitor.Answer after = signIn(wanderer, there, "/");

        assertThat(before.status()).isEqualTo(422);
        assertThat(before.body()).contains("U werkt in Onthaal niet voor dit bestuur");
        assertThat(after.body()).contains("U werkt in Onthaal niet voor dit bestuur");
        assertThat(wanderer.isSignedIn()).isFalse();
        assertThat(log(town.ocmw())).contains("access.sign-in-refused PROVIDER " + new UUID(0, 0));
    }

    @Test
    void anAuthorityThatIsUnknownOrUnsaidIsRefused() {
        for (String organisation : new String[] {"OVO999999", "", "onzin"}) {
            Visitor.Answer answer = signIn(visitor, at(person, organisation), "/");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("zegt niet voor welk bestuur u werkt");
        }
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void nobodyComesInBecauseOfAMailAddressAndNoAccountIsMade() {
        String before = owner.column("select count(*) from access.account").getFirst();
        var stranger =
                new AcmPerson(
                        colleague.email().value(),
                        "vo-" + UUID.randomUUID(),
                        colleague.name(),
                        person.organisation(),
                        "Proefdorp");

        Visitor.Answer answer = signIn(visitor, stranger, "/");

        assertThat(answer.body()).contains(stranger.voId());
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(owner.column("select count(*) from access.account").getFirst())
                .isEqualTo(before);
    }

    @Test
    void whoLeftStaysOut() {
        signIn(visitor, person, "/");
        Callers.run(here.administrator(), () -> employees.leave(colleague.id()));

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(signIn(visitor, person, "/").status()).isEqualTo(422);
        hire(here, colleague.name(), colleague.email().value());
        assertThat(signIn(visitor, person, "/").status()).isEqualTo(422);
    }

    @Test
    void whatIsErasedOrRewrittenEndsTheSession() {
        signIn(visitor, person, "/");
        Callers.run(
                here.administrator(),
                () -> employees.writeIdentity(colleague.id(), "vo-" + UUID.randomUUID()));

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(signIn(visitor, person, "/").status()).isEqualTo(422);
    }

    @Test
    void whatOneAuthorityWritesDownOpensNoDoorOfAnother() {
        TestAuthority elsewhere = towns.found().municipality();
        Employee same = hire(elsewhere, colleague.name(), colleague.email().value());
        AcmPerson intruder = known(elsewhere, same);

        assertThat(signIn(visitor, intruder, "/").status()).isEqualTo(303);
        Visitor.Answer changed = change(visitor, here);

        assertThat(same.account()).isEqualTo(colleague.account());
        assertThat(changed.status()).isEqualTo(403);
        assertThat(changed.body()).contains("kies bij het aanmelden het andere bestuur");
        assertThat(visitor.get("/bestuur").status()).isEqualTo(200);
        assertThat(signIn(visitor, at(intruder, person.organisation()), "/").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void aKeyThatChangesIsAskedAnew(String algorithm) {
        ACM.rotate(algorithm);
        forgetKeys();

        assertThat(signIn(visitor, person, "/").status()).isEqualTo(303);
        ACM.rotate(algorithm);
        assertThat(signIn(visitor, person, "/").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "HUGE", "DRIP", "SERVER_ERROR"})
    void whatCannotBeBelievedIsNotBelieved(Flaw flaw, CapturedOutput output) {
        ACM.flaw(flaw);

        Visitor.Answer answer = signIn(visitor, person, "/");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(UNTRUSTED);
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(output.getOut())
                .doesNotContain(person.subject(), person.voId(), SECRET, "eyJ", "van-een-ander");
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"HUGE", "DRIP", "SERVER_ERROR"})
    void anAnswerThatDoesNotComeWholeIsNotWaitedFor(Flaw flaw) {
        ACM.flaw(flaw);
        long start = System.nanoTime();

        Visitor.Answer answer = signIn(visitor, person, "/");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(AWAY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aProviderThatIsAwayIsToldOnTheSignInPage() {
        String back = choose(visitor, person, "/");
        ACM.die();
        assertThat(visitor.get(back).body()).contains(AWAY).contains("name=\"password\"");
        forgetKeys();
        assertThat(visitor.get("/aanmelden/toegang").body()).contains(AWAY);
        ACM.mend();
        ACM.delay(Duration.ofSeconds(3));
        assertThat(visitor.get("/aanmelden/toegang").body()).contains(AWAY);
    }

    @Test
    void whoBreaksOffIsToldThatHeDid() {
        String departure = visitor.get("/aanmelden/toegang").location();
        String back = new Visitor(port).post(URI.create(departure), Map.of("person", "")).path();

        Visitor.Answer answer = visitor.get(back);

        assertThat(back).contains("error=access_denied");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("U brak het aanmelden af");
        assertThat(visitor.get(back).body()).contains(USED);
    }

    @Test
    void oneComesBackOnce() {
        String back = choose(visitor, person, "/");

        assertThat(visitor.get(back).status()).isEqualTo(303);
        assertThat(visitor.get(back).status()).isEqualTo(422);
        assertThat(visitor.get(back).body()).contains(USED);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void whatNobodyAskedForIsRefused() {
        for (String said :
                new String[] {
                    "",
                    "?code=x",
                    "?state=x&code=x",
                    "?state=" + "A".repeat(43) + "&code=x",
                    "?error=%00%3Cscript%3E&state=" + "A".repeat(43)
                }) {
            Visitor.Answer answer = visitor.get("/aanmelden/toegang/terug" + said);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains(USED).doesNotContain("<script>");
        }
    }

    @Test
    void nobodyIsSignedInInTheBrowserOfAnother() {
        String back = choose(visitor, person, "/");
        var victim = new Visitor(port);
        victim.get("/aanmelden/toegang");

        assertThat(victim.get(back).body()).contains(USED);
        assertThat(new Visitor(port).get(back).body()).contains(USED);
        assertThat(victim.isSignedIn()).isFalse();
        assertThat(visitor.get(back).body()).contains(USED);
    }

    @Test
    void theCodeOfAnotherIsWorthNothing() {
        String stolen = choose(new Visitor(port), person, "/").replaceFirst("&state=.*", "");
        String mine = choose(visitor, person, "/").replaceFirst(".*&state=", "&state=");

        Visitor.Answer answer = visitor.get(stolen + mine);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(UNTRUSTED);
    }

    @Test
    void whoStaysAwayTooLongBeginsAgain() {
        String back = choose(visitor, person, "/");
        clock.advance(Duration.ofMinutes(11));

        assertThat(visitor.get(back).body()).contains("langer dan tien minuten");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void twoTabsOfOneBrowserBothComeBack() {
        String first = choose(visitor, person, "/");
        String second = choose(visitor, person, "/zaken");

        assertThat(visitor.get(first).path()).isEqualTo("/");
        assertThat(visitor.get(second).path()).isEqualTo("/zaken");
    }

    @Test
    void everyFailureThatBeganHereIsInALog() {
        String before = refusals();
        ACM.flaw(Flaw.WRONG_NONCE);
        signIn(visitor, person, "/");

        assertThat(Long.parseLong(refusals())).isEqualTo(Long.parseLong(before) + 1);
    }

    private String refusals() {
        return owner.column(
                        "select count(*) from audit.event where action = 'access.sign-in-refused'"
                                + " and kind = 'REFUSAL' and authority_id is null")
                .getFirst();
    }

    private Visitor.Answer signIn(Visitor browser, AcmPerson who, String target) {
        return browser.get(choose(browser, who, target));
    }

    /** Goes to the provider, says who one is, and gives the address to come back to. */
    private String choose(Visitor browser, AcmPerson who, String target) {
        return choose(
                browser,
                "/aanmelden/toegang?naar=" + URLEncoder.encode(target, StandardCharsets.UTF_8),
                who,
                port);
    }

    private Visitor.Answer change(Visitor browser, TestAuthority wanted) {
        return browser.post("/bestuur", Map.of("authority", wanted.authority().id().toString()));
    }

    private Employee hire(TestAuthority where, String name, String email) {
        return Callers.as(
                where.administrator(),
                () -> {
                    Employee hired =
                            employees.hire(
                                    new NewEmployee(name, "Onthaal", new EmailAddress(email)));
                    grants.grant(
                            hired.id(),
                            StandardRole.COORDINATOR.name(),
                            Optional.of(where.unit()),
                            Optional.empty());
                    return hired;
                });
    }

    private AcmPerson known(TestAuthority where, Employee employee) {
        String number = UUID.randomUUID().toString();
        Callers.run(
                where.administrator(),
                () -> employees.writeIdentity(employee.id(), "vo-" + number));
        return new AcmPerson(
                "sub-" + number,
                "vo-" + number,
                employee.name(),
                where.authority().numbers().ovo().value(),
                where.authority().name());
    }

    private static AcmPerson at(AcmPerson person, String organisation) {
        return new AcmPerson(
                person.subject(), person.voId(), person.name(), organisation, "Elders");
    }

    /** What the provider said about itself is asked anew after an hour, and its keys with it. */
    private void forgetKeys() {
        clock.advance(Duration.ofHours(2L * ++hours));
    }

    private java.util.List<String> log(TestAuthority where) {
        return owner.column(
                "select action || ' ' || coalesce(detail->>'way', '') || ' ' || subject_id from audit.event where authority_id = '%s'"
                        .formatted(where.authority().id()));
    }

    private static String address() {
        return "fatima-" + UUID.randomUUID() + "@voorbeeld.be";
    }
}
