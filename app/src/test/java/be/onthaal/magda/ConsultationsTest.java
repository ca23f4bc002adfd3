// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static be.onthaal.magda.internal.db.Tables.CONSULTATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Purpose;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import be.onthaal.magda.MagdaSettings.Sender;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonRegister;
import be.onthaal.party.register.RegisterConnection;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.simulators.magda.Flaw;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.TownNumbers;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import be.onthaal.testing.TownFixtures.Town;
import be.onthaal.web.Texts;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;

/** What is asked is written down before it leaves, and seen by those who may. */
@OnthaalTest
@ExtendWith(OutputCaptureExtension.class)
class ConsultationsTest {

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired MovableClock clock;
    @Autowired AsOwner owner;
    @Autowired DSLContext sql;
    @Autowired TransactionOperations transactions;
    @Autowired OldConsultations old;
    @Autowired PersonRegister installed;
    @Autowired RegisterConnection connection;
    @Autowired Texts texts;

    private Magda magda;
    private Connector connector;
    private Town town;
    private TestAuthority here;
    private Caller caller;

    @BeforeEach
    void aTownIsConnected() {
        magda = Magda.start(0);
        town = towns.found();
        here = town.ocmw();
        caller = towns.person(here, StandardRole.SOCIAL_WORKER);
        connector =
                Connector.to(
                        magda, here.authority(), new Connector.Parts(ledger, authorities, clock));
    }

    @AfterEach
    void close() {
        magda.close();
        clock.free();
    }

    @Test
    void theQuestionIsInTheLogWhileTheAnswerIsAwaited() throws Exception {
        magda.delay(Duration.ofMillis(1_200));
        UUID customer = UUID.randomUUID();

        Thread asking = Thread.ofVirtual().start(() -> ask(caller, one -> one.about(customer)));
        List<String> during =
                awaited(
                        "select state || ' ' || purpose || ' ' || service || ' ' || version || ' ' || subjects[1]");
        List<String> logged = log("kind || ' ' || (parties[1] = '%s')".formatted(customer));
        asking.join();

        assertThat(during)
                .containsExactly("ASKED CONTACT GeefPersoon 02.02.0000 " + somebody().value());
        assertThat(logged).containsExactly("CONSULTATION true");
        assertThat(
                        column(
                                "state || ' ' || attempts || ' ' || (duration_ms >= 1000) || ' ' || (their_reference is not null)"))
                .containsExactly("SUCCEEDED 1 true true");
    }

    @Test
    void theLogHoldsTheReferenceUnderWhichMagdaKnowsIt() {
        ask(caller, one -> one);

        XPaths sent = XPaths.of(magda.received().getFirst());
        assertThat(column("id::text")).isEqualTo(sent.all("//Afzender/Referte"));
        assertThat(column("sender || ' ' || capacity"))
                .containsExactly("proefdorp.be/onthaal a1300");
    }

    @Test
    void whoeverIsShownWithAHouseholdIsInTheLogToo() {
        Callers.as(
                caller,
                () -> connector.persons.household(somebody(), Occasion.of(Callers.current())));

        assertThat(column("cardinality(subjects)")).containsExactly("2");
    }

    @Test
    void warningsAreGivenWithTheDataAndKept() {
        Answer<RegisteredPerson> answer =
                Callers.as(
                        caller,
                        () ->
                                connector.persons.person(
                                        TownNumbers.of("RENUMBERED"),
                                        Occasion.of(Callers.current())));

        assertThat(answer).isInstanceOf(Answer.Given.class);
        assertThat(answer.notices())
                .extracting(one -> one.severity() + " " + one.code())
                .containsExactly("WARNING 30004");
        assertThat(column("codes::text")).containsExactly("{\"WARNING 30004\"}");
    }

    @Test
    void aSenderWithoutMandateIsUnauthorised() {
        MagdaSettings settings = Connector.settings(magda.endpoint(), here.authority());
        var nameless =
                new MagdaSettings(
                        settings.endpoint(),
                        Map.of(),
                        Map.of(here.authority().slug().replace("-", ""), new Sender("", "", "")),
                        settings.keys(),
                        settings.patience(),
                        settings.breaker(),
                        settings.largest());
        connector = Connector.with(nameless, new Connector.Parts(ledger, authorities, clock));

        Answer<RegisteredPerson> answer = ask(caller, one -> one);

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(column("state")).containsExactly("UNAUTHORISED");
    }

    @Test
    void anotherAuthorityOfTheGroupSeesNothingOfIt() {
        ask(caller, one -> one);
        Caller sister = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        Caller officer = towns.person(here, StandardRole.PRIVACY_OFFICER);
        Caller stranger = towns.person(towns.found().ocmw(), StandardRole.PRIVACY_OFFICER);

        assertThat(seen(officer)).isEqualTo(1);
        assertThat(seen(caller)).isEqualTo(1);
        assertThat(seen(sister)).isZero();
        assertThat(seen(stranger)).isZero();
        assertThat(seen(Caller.visitor(here.authority()))).isZero();
    }

    @Test
    void socialQuestionsAreSeenByTheirAskerAndBySupervisionAlone() {
        Callers.as(
                caller,
                () ->
                        connector.social.livingWage(
                                TownNumbers.of("LIVING_WAGE"),
                                Year.of(2026),
                                0,
                                Occasion.of(Callers.current())));
        Caller colleague = towns.person(here, StandardRole.CASE_HANDLER);
        Caller officer = towns.person(here, StandardRole.PRIVACY_OFFICER, Optional.empty());

        assertThat(seen(caller)).isEqualTo(1);
        assertThat(seen(officer)).isEqualTo(1);
        assertThat(seen(colleague)).isZero();
        assertThat(log("confidentiality::text")).containsExactly("2");
        assertThat(column("state")).containsExactly("SUCCEEDED");
    }

    @Test
    void nobodyElseChangesALineOfTheLog() {
        ask(caller, one -> one);
        Caller colleague = towns.person(here, StandardRole.SOCIAL_WORKER);

        int changed =
                Callers.as(
                        colleague,
                        () ->
                                transactions.execute(status ->
                                        sql.execute(
                                                "update magda.consultation set state = 'FAILED'")));
        int removed =
                Callers.as(
                        caller,
                        () ->
                                transactions.execute(
                                        status -> sql.execute("delete from magda.consultation")));

        assertThat(changed).isZero();
        assertThat(removed).isZero();
    }

    @Test
    void whoHasNoRightDoesNotAsk() {
        Caller clerk = towns.person(here, StandardRole.POST_CLERK);
        Caller handler = towns.person(here, StandardRole.CASE_HANDLER);

        assertThatThrownBy(() -> ask(clerk, one -> one)).hasMessage("access.permission");
        assertThatThrownBy(() ->
                        Callers.as(
                                handler,
                                () ->
                                        connector.social.livingWage(
                                                somebody(),
                                                Year.of(2026),
                                                0,
                                                Occasion.of(Callers.current()))))
                .hasMessage("access.permission");
        assertThat(magda.received()).isEmpty();
        assertThat(column("state")).isEmpty();
    }

    @Test
    void nobodyIsLookedUpWithoutAReason() {
        assertThatThrownBy(() -> ask(caller.with(Purpose.SUPERVISION), one -> one))
                .isInstanceOf(Refused.class)
                .hasMessage("register.purpose");
        assertThat(magda.received()).isEmpty();
    }

    @Test
    void nothingIsAskedInsideATransaction() {
        assertThatThrownBy(() ->
                        Callers.as(
                                caller,
                                () ->
                                        transactions.execute(status ->
                                                connector.persons.person(
                                                        somebody(),
                                                        Occasion.of(Callers.current())))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(magda.received()).isEmpty();
    }

    @Test
    void aCaseIsTheReasonOfWhatIsAskedInIt() {
        UUID caseFile = UUID.randomUUID();

        ask(caller, one -> one.in(caseFile));

        assertThat(column("purpose || ' ' || (case_id = '%s')".formatted(caseFile)))
                .containsExactly("CASE true");
        assertThat(log("purpose || ' ' || (case_id = '%s')".formatted(caseFile)))
                .containsExactly("CASE true");
    }

    @Test
    void anInstallationWithoutMagdaSaysSo() {
        Answer<RegisteredPerson> answer =
                Callers.as(
                        caller, () -> installed.person(somebody(), Occasion.of(Callers.current())));

        assertThat(Callers.as(caller, connection::isOffered)).isFalse();
        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(texts.dutch().of(answer.notices().getFirst().sentence()))
                .contains("niet verbonden met de authentieke bronnen");
        assertThat(column("state")).isEmpty();
    }

    @Test
    void anAuthorityThatIsNoSenderIsNotConnected() {
        Caller sister = towns.person(town.municipality(), StandardRole.FIRST_LINE);

        Answer<RegisteredPerson> answer = ask(sister, one -> one);

        assertThat(answer.notices().getFirst().code()).isEqualTo("not-connected");
        assertThat(magda.received()).isEmpty();
    }

    @Test
    void theLogIsKeptTenYearsAndGivesUpOnWhatWasNeverAnswered() {
        ask(caller, one -> one);
        owner.execute("update magda.consultation set state = 'ASKED'");
        clock.advance(Duration.ofHours(2));
        Callers.run(here.service(), old::forget);
        assertThat(column("state")).containsExactly("UNANSWERED");

        clock.advance(Duration.ofDays(365 * 9));
        Callers.run(here.service(), old::forget);
        assertThat(column("state")).hasSize(1);

        clock.advance(Duration.ofDays(370));
        Callers.run(here.service(), old::forget);
        assertThat(column("state")).isEmpty();
    }

    @Test
    void aProcessTellsItsLogWhichServiceFailsAndNeverAboutWhom(CapturedOutput output) {
        magda.flaw(Flaw.FIELD_MISSING);

        ask(caller, one -> one);

        assertThat(output).contains("GeefPersoon of MAGDA does not answer");
        assertThat(output).doesNotContain(somebody().value(), "Vermeiren");
    }

    private Answer<RegisteredPerson> ask(Caller who, UnaryOperator<Occasion> why) {
        return Callers.as(
                who,
                () ->
                        connector.persons.person(
                                somebody(), why.apply(Occasion.of(Callers.current()))));
    }

    private static NationalNumber somebody() {
        return TownNumbers.people().getFirst();
    }

    private int seen(Caller who) {
        Integer rows =
                Callers.as(who, () -> transactions.execute(status -> sql.fetchCount(CONSULTATION)));
        return rows == null ? -1 : rows;
    }

    private List<String> awaited(String select) throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            List<String> found = owner.column(select + from());
            if (!found.isEmpty()) {
                return found;
            }
            Thread.sleep(20);
        }
        return List.of();
    }

    private List<String> column(String expression) {
        return owner.column("select " + expression + from());
    }

    private String from() {
        return " from magda.consultation where authority_id = '%s'"
                .formatted(here.authority().id().value());
    }

    private List<String> log(String expression) {
        return owner.column(
                "select %s from audit.event where action = 'magda.consulted' and authority_id = '%s'"
                        .formatted(expression, here.authority().id().value()));
    }
}
