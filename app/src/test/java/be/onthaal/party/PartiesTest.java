// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.audit.Audit;
import be.onthaal.audit.LogLine;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.NotFound;
import be.onthaal.common.OnthaalException;
import be.onthaal.common.PageRequest;
import be.onthaal.common.Refused;
import be.onthaal.organisation.StandardRole;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class PartiesTest {

    private static final EmailAddress FATIMA = new EmailAddress("Fatima.ElAmrani@voorbeeld.be");
    private static final EnterpriseNumber BAKERY = new EnterpriseNumber("0123456749");

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired ContactPoints points;
    @Autowired Search search;
    @Autowired Audit audit;

    private Town town;
    private Caller clerk;
    private Caller neighbour;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.POST_CLERK);
        neighbour = towns.person(town.ocmw(), StandardRole.POST_CLERK);
    }

    @Test
    void aRegisteredCustomerIsFoundByNameAndByAddress() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");

        List<Found> byName = Callers.as(clerk, () -> search.find("El Amrani", List.of(), 5));
        Party party = Callers.as(clerk, () -> parties.get(fatima));

        assertThat(byName).extracting(Found::ref).containsExactly(fatima.value());
        assertThat(party.reachedBy(ContactPoint.Kind.EMAIL)).contains(FATIMA.value());
    }

    @Test
    void ofTwoWhoRegisterTheSameNumberAtTheSameTimeOneMeetsHim() throws Exception {
        Caller colleague = towns.person(town.municipality(), StandardRole.POST_CLERK);
        for (int round = 0; round < 5; round++) {
            long stem = 850_730_100L + round;
            var number = new NationalNumber("%09d%02d".formatted(stem, 97 - stem % 97));
            List<Callable<PartyId>> both =
                    List.of(() -> numbered(clerk, number), () -> numbered(colleague, number));
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<PartyId> made = new ArrayList<>();
                for (var result : threads.invokeAll(both)) {
                    made.add(result.get());
                }
                assertThat(made.getFirst()).isEqualTo(made.getLast());
            }
        }
    }

    private PartyId numbered(Caller who, NationalNumber number) {
        return Callers.as(
                who,
                () ->
                        parties.register(
                                new NewParty(
                                        Party.Kind.PERSON,
                                        "Jan Peeters",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "nl",
                                        "EMPLOYEE",
                                        NewParty.Identity.NONE.and(
                                                Optional.of(number), "EMPLOYEE"))));
    }

    @Test
    void anotherAuthorityDoesNotSeeACustomerItDoesNotKnow() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");

        var names = Callers.as(neighbour, () -> parties.names(List.of(fatima)));
        var found = Callers.as(neighbour, () -> search.find("Fatima", List.of(), 5));
        var recognised = Callers.as(neighbour, () -> parties.recognise(FATIMA));

        assertThat(names).isEmpty();
        assertThat(found).isEmpty();
        assertThat(recognised).isInstanceOf(Recognition.Nobody.class);
        assertThatThrownBy(() -> Callers.as(neighbour, () -> parties.get(fatima)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Callers.as(neighbour, () -> parties.meet(fatima)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theSystemRecognisesThoseOfItsOwnAuthorityOnly() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");

        var here =
                Callers.as(town.municipality().service(), () -> parties.recognise(lower(FATIMA)));
        var there = Callers.as(town.ocmw().service(), () -> parties.recognise(lower(FATIMA)));

        assertThat(here)
                .isInstanceOfSatisfying(
                        Recognition.One.class,
                        one -> assertThat(one.party().id()).isEqualTo(fatima));
        assertThat(there).isInstanceOf(Recognition.Nobody.class);
    }

    @Test
    void whatOneAuthorityTakesOutOfUseIsFoundByNoneOfTheGroup() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");
        Callers.run(town.ocmw().service(), () -> parties.meet(fatima));
        var work = new ContactPoint(ContactPoint.Kind.EMAIL, "fa@schuiloord.be", "EMPLOYEE", false);

        Callers.run(clerk, () -> parties.addContactPoint(fatima, work));
        var added = Callers.as(neighbour, () -> search.find("fa@schuiloord.be", List.of(), 5));
        Callers.run(
                clerk,
                () ->
                        points.takeOutOfUse(
                                fatima,
                                new ContactPoints.Named(work.kind(), work.value()),
                                ContactPoint.Why.REPLACED));
        var removed = Callers.as(neighbour, () -> search.find("fa@schuiloord.be", List.of(), 5));
        var byName = Callers.as(neighbour, () -> search.find("Fatima", List.of(), 5));

        assertThat(added).extracting(Found::ref).containsExactly(fatima.value());
        assertThat(removed).isEmpty();
        assertThat(byName).hasSize(1);
    }

    @Test
    void aCustomerThatTheSystemMetIsKnownFromThenOn() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");

        Callers.run(town.ocmw().service(), () -> parties.meet(fatima));

        assertThat(Callers.as(neighbour, () -> parties.get(fatima)).name())
                .isEqualTo("Fatima El Amrani");
        assertThat(Callers.as(neighbour, () -> search.find("Fatima", List.of(), 5))).hasSize(1);
    }

    @Test
    void aSharedAddressIsLeftForAPersonToChoose() {
        registered(clerk, "Fatima El Amrani");
        registered(clerk, "Youssef El Amrani");
        registered(neighbour, "Yasmina El Amrani");

        var system = Callers.as(town.municipality().service(), () -> parties.recognise(FATIMA));
        var sister = Callers.as(neighbour, () -> parties.recognise(FATIMA));

        assertThat(system)
                .isInstanceOfSatisfying(
                        Recognition.Several.class,
                        several ->
                                assertThat(several.parties())
                                        .extracting(PartySummary::name)
                                        .containsExactly("Fatima El Amrani", "Youssef El Amrani"));
        assertThat(sister).isInstanceOf(Recognition.One.class);
    }

    @Test
    void anUnknownAddressIsNobody() {
        var recognised =
                Callers.as(
                        clerk, () -> parties.recognise(new EmailAddress("niemand@voorbeeld.be")));

        assertThat(recognised).isInstanceOf(Recognition.Nobody.class);
    }

    @Test
    void anEnterpriseIsNotDoubledWhenASisterAuthorityKnowsIt() {
        PartyId first = Callers.as(clerk, () -> parties.register(bakery("Bakkerij Peeters")));

        PartyId second =
                Callers.as(neighbour, () -> parties.register(bakery("Bakkerij Peeters bv")));

        assertThat(second).isEqualTo(first);
        assertThat(Callers.as(neighbour, () -> parties.get(second)).name())
                .isEqualTo("Bakkerij Peeters");
    }

    @Test
    void aConsultationIsLoggedWithThePersonItConcerns() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");

        Callers.run(clerk, () -> parties.consult(fatima));

        var question =
                new Audit.Question(
                        Optional.of(LogLine.Kind.CONSULTATION),
                        Optional.empty(),
                        Optional.of(fatima.value()),
                        Optional.empty(),
                        Optional.empty());
        var log =
                Callers.as(
                        town.municipality().service(),
                        () -> audit.list(question, new PageRequest(1, 10)).rows());
        assertThat(log).extracting(LogLine::action).containsExactly("party.consulted");
    }

    @Test
    void contactPointsAreAddedPreferredAndTakenOutOfUse() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");
        var work = new ContactPoint(ContactPoint.Kind.EMAIL, "fatima@werk.be", "EMPLOYEE", true);

        Callers.run(clerk, () -> parties.addContactPoint(fatima, work));
        var preferred = Callers.as(clerk, () -> parties.names(List.of(fatima))).get(fatima);
        Callers.run(
                clerk,
                () ->
                        points.takeOutOfUse(
                                fatima,
                                new ContactPoints.Named(work.kind(), work.value()),
                                ContactPoint.Why.REPLACED));
        var left = Callers.as(clerk, () -> parties.get(fatima));

        assertThat(preferred).extracting(PartySummary::email).isEqualTo(Optional.of(work.value()));
        assertThat(left.reachedBy(ContactPoint.Kind.EMAIL)).contains(FATIMA.value());
    }

    @Test
    void anAddressThatCannotBeMailedIsRefused() {
        PartyId fatima = registered(clerk, "Fatima El Amrani");
        var wrong = new ContactPoint(ContactPoint.Kind.EMAIL, "geen adres", "EMPLOYEE", false);

        assertThatThrownBy(() -> Callers.run(clerk, () -> parties.addContactPoint(fatima, wrong)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.email-invalid"));
    }

    @Test
    void aReaderMayNotRegister() {
        Caller reader = towns.person(town.municipality(), StandardRole.READER);

        assertThatThrownBy(() -> registered(reader, "Jan Peeters"))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("access.permission"));
    }

    private PartyId registered(Caller caller, String name) {
        return Callers.as(
                caller, () -> parties.register(NewParty.person(name, Optional.of(FATIMA), "MAIL")));
    }

    private static NewParty bakery(String name) {
        return new NewParty(
                Party.Kind.ORGANISATION,
                name,
                Optional.empty(),
                Optional.empty(),
                "nl",
                "EMPLOYEE",
                NewParty.Identity.of(Optional.of(BAKERY), "EMPLOYEE"));
    }

    private static EmailAddress lower(EmailAddress address) {
        return new EmailAddress(address.normalised());
    }
}
