// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Authorities;
import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.register.AddressQuestion;
import be.onthaal.party.register.Answer;
import be.onthaal.party.register.ChangeBatch;
import be.onthaal.party.register.EnterpriseQuestion;
import be.onthaal.party.register.LivingWage;
import be.onthaal.party.register.Notice;
import be.onthaal.party.register.Occasion;
import be.onthaal.party.register.PersonChanges;
import be.onthaal.party.register.RegisterKey;
import be.onthaal.party.register.RegisteredEnterprise;
import be.onthaal.party.register.RegisteredPerson;
import be.onthaal.party.register.SocialStatuses;
import be.onthaal.party.register.StatusQuestion;
import be.onthaal.simulators.magda.Magda;
import be.onthaal.simulators.magda.TownNumbers;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an employee of the demo gets when he asks about the people of the invented town. */
@OnthaalTest
class TownWalkTest {

    @Autowired TownFixtures towns;
    @Autowired Ledger ledger;
    @Autowired Authorities authorities;
    @Autowired Clock clock;

    private Magda magda;
    private Connector connector;
    private Caller caller;

    @BeforeEach
    void aTownIsConnected() {
        magda = Magda.start(0);
        TestAuthority here = towns.found().ocmw();
        caller = towns.person(here, StandardRole.SOCIAL_WORKER);
        connector =
                Connector.to(
                        magda, here.authority(), new Connector.Parts(ledger, authorities, clock));
    }

    @AfterEach
    void close() {
        magda.close();
    }

    @Test
    void whatMatterAtTheCounterIsSeen() {
        assertThat(person("DECEASED").isDeceased()).isTrue();
        assertThat(person("SECRET").hasSecretAddress()).isTrue();
        assertThat(person("SECRET").residence()).isEmpty();
        assertThat(person("PROTECTED").isProtected()).isTrue();
        assertThat(person("PROTECTED").protections().getFirst().value().guardian())
                .contains(new RegisterKey(TownNumbers.people().getFirst().value()));
        assertThat(person("ABROAD").livesAbroad()).isTrue();
        assertThat(person("YEAR_ONLY").identity().births().getFirst().value().date())
                .contains(new PartialDate(1979, 0, 0));
        assertThat(person("NONE").isProtected()).isFalse();
    }

    @Test
    void everyTraitThatIsARemarkIsOne() {
        assertThat(codes("RENUMBERED")).containsExactly("30004");
        assertThat(codes("FILTERED")).containsExactly("15021");
        assertThat(codes("UNKNOWN_CODE")).containsExactly("99984");
        assertThat(codes("MORE")).containsExactly("30042");
        assertThat(codes("UNAVAILABLE")).containsExactly("99996");
        assertThat(answer(new NationalNumber("71690999827"))).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void aHouseholdIsFoundByItsAddress() {
        var address = new AddressQuestion("2640", "1011", "27", Optional.of("2"), false);
        var references = new AddressQuestion("2640", "1011", "27", Optional.empty(), true);

        assertThat(given(as(() -> connector.persons.at(address, occasion()))))
                .extracting(one -> one.name().orElseThrow().display())
                .containsExactly(
                        "Soumaya Belkadi", "Younes Chaouki", "Lina Chaouki", "Adam Chaouki");
        assertThat(given(as(() -> connector.persons.at(references, occasion())))).hasSize(1);
        assertThat(
                        given(
                                        as(() ->
                                                connector.persons.household(
                                                        TownNumbers.people().get(2), occasion())))
                                .members())
                .extracting(one -> one.value().person().role().code())
                .containsExactly("01", "02", "03", "03");
    }

    @Test
    void statusesAreAnsweredWithYesOrNo() {
        var asked =
                List.of(
                        new StatusQuestion("BIM_BVT", LocalDate.of(2026, 6, 1), Optional.empty()),
                        new StatusQuestion(
                                "GENT_PARKING_ADULT",
                                LocalDate.of(2026, 6, 1),
                                Optional.of("Gent")));

        SocialStatuses answer =
                given(
                        as(() ->
                                connector.social.statuses(
                                        TownNumbers.of("LIVING_WAGE"), asked, occasion())));

        assertThat(answer.statuses())
                .extracting(one -> one.name() + " " + one.applies())
                .containsExactly("BIM_BVT true", "GENT_PARKING_ADULT false");
    }

    @Test
    void livingWageIsThereForWhoGetsIt() {
        List<LivingWage> years =
                given(
                        as(() ->
                                connector.social.livingWage(
                                        TownNumbers.of("LIVING_WAGE"),
                                        Year.of(2026),
                                        2,
                                        occasion())));

        assertThat(years)
                .extracting(one -> one.year().getValue())
                .containsExactly(2024, 2025, 2026);
        assertThat(years.getFirst().payments()).hasSize(6);
        assertThat(years.getFirst().totals().getFirst().amount()).isEqualByComparingTo("7730.76");
    }

    @Test
    void enterprisesAreFoundByNameAndByTheirManager() {
        var question = new EnterpriseQuestion("persoons", false, Optional.of("2640"), false, 10);
        var active = new EnterpriseQuestion("persoons", false, Optional.empty(), true, 10);

        List<RegisteredEnterprise> found =
                given(as(() -> connector.enterprises.search(question, occasion())));
        var functions =
                given(
                        as(() ->
                                connector.enterprises.functionsIn(
                                        found.getFirst().number().enterprise().orElseThrow(),
                                        occasion())));

        assertThat(found)
                .extracting(one -> one.name().orElseThrow())
                .containsExactly("Drukkerij Persoons");
        assertThat(found.getFirst().hasStopped()).isTrue();
        assertThat(functions.getFirst().value().person())
                .contains(new RegisterKey(TownNumbers.of("UNAVAILABLE").value()));
        assertThat(as(() -> connector.enterprises.search(active, occasion())))
                .isInstanceOf(Answer.NotFound.class);
    }

    /** Nothing is lost between two processes that stop half-way: what was told comes again. */
    @Test
    void changesComeUntilTheirReceiptIsGiven() {
        NationalNumber somebody = TownNumbers.people().get(4);
        var always = new PersonChanges.Period(LocalDate.of(2026, 1, 1), Optional.empty());
        assertThat(next(Optional.empty()).changes()).isEmpty();

        assertThat(given(as(() -> connector.changes.follow(somebody, always, occasion()))))
                .isTrue();
        ChangeBatch first = next(Optional.empty());
        ChangeBatch again = next(Optional.empty());
        ChangeBatch after = next(again.receipt());

        assertThat(first.changes())
                .extracting(one -> one.person().written())
                .containsExactly(somebody.value());
        assertThat(first.changes().getFirst().items().getFirst().fact().label()).isEqualTo("Adres");
        assertThat(again.changes()).isEqualTo(first.changes());
        assertThat(after.changes()).isEmpty();
        assertThat(given(as(() -> connector.changes.unfollow(somebody, occasion())))).isTrue();
        assertThat(given(as(() -> connector.changes.unfollow(somebody, occasion())))).isFalse();
    }

    /** With a folder behind it, the gateway refuses what the schema does not know. */
    @Test
    void aCriterionThatIsMisspeltIsRefused() {
        try (Magda strict = Magda.start(0, SharedMagda.folder())) {
            TestAuthority here = towns.found().municipality();
            Caller handler = towns.person(here, StandardRole.CASE_HANDLER);
            Connector other =
                    Connector.to(
                            strict,
                            here.authority(),
                            new Connector.Parts(ledger, authorities, clock));

            Answer<Boolean> answer =
                    Callers.as(
                            handler,
                            () ->
                                    other.gateway.ask(
                                            Question.about(
                                                    MagdaService.PERSON,
                                                    "71690999827",
                                                    content ->
                                                            content.branch("Criteria")
                                                                    .leaf("INSS", "71690999827"),
                                                    content -> true),
                                            occasion()));

            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(answer.notices()).extracting(Notice::code).containsExactly("10001");
        }
    }

    private ChangeBatch next(Optional<String> receipt) {
        return given(as(() -> connector.changes.next(receipt, occasion())));
    }

    private RegisteredPerson person(String trait) {
        return given(answer(TownNumbers.of(trait)));
    }

    private List<String> codes(String trait) {
        return answer(TownNumbers.of(trait)).notices().stream().map(Notice::code).toList();
    }

    private Answer<RegisteredPerson> answer(NationalNumber whom) {
        return as(() -> connector.persons.person(whom, occasion()));
    }

    private static Occasion occasion() {
        return Occasion.of(Callers.current());
    }

    private <T> T as(Supplier<T> work) {
        return Callers.as(caller, work);
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).data();
    }
}
