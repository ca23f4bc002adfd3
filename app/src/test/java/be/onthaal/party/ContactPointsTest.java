// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.time.Clock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an address after it was noted. */
@OnthaalTest
class ContactPointsTest {

    private static final ContactPoints.Named HOME =
            new ContactPoints.Named(ContactPoint.Kind.EMAIL, "fatima@thuis.be");
    private static final ContactPoints.Named WORK =
            new ContactPoints.Named(ContactPoint.Kind.EMAIL, "fatima@werk.be");

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired ContactPoints points;
    @Autowired PartyFinder finder;
    @Autowired Merges merges;
    @Autowired Clock clock;

    private Town town;
    private Caller clerk;
    private PartyId fatima;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        fatima = registered("fatima@thuis.be");
        Callers.run(
                clerk,
                () ->
                        parties.addContactPoint(
                                fatima,
                                new ContactPoint(WORK.kind(), WORK.value(), "EMPLOYEE", false)));
    }

    @Test
    void anAddressIsNotVerifiedUntilSomebodyMadeSure() {
        assertThat(party().contactPoints())
                .allMatch(point -> point.standing().verified().isEmpty());

        Callers.run(clerk, () -> points.verify(fatima, HOME, ContactPoint.How.IN_PERSON));

        assertThat(point(HOME).orElseThrow().standing().verified())
                .contains(
                        new ContactPoint.Verified(
                                Brussels.today(clock), ContactPoint.How.IN_PERSON));
        assertThat(point(WORK).orElseThrow().standing().verified()).isEmpty();
    }

    @Test
    void ofEachKindOneAtMostIsPreferred() {
        Callers.run(clerk, () -> points.prefer(fatima, HOME));
        Callers.run(clerk, () -> points.prefer(fatima, WORK));

        assertThat(party().reachedBy(ContactPoint.Kind.EMAIL)).contains(WORK.value());
        assertThat(party().contactPoints()).filteredOn(ContactPoint::preferred).hasSize(1);
    }

    @Test
    void whatIsOutOfUseIsNeitherOfferedNorMatchedAndStaysAsHistory() {
        Callers.run(clerk, () -> points.prefer(fatima, HOME));

        Callers.run(clerk, () -> points.takeOutOfUse(fatima, HOME, ContactPoint.Why.NOT_HIS));

        assertThat(party().reachedBy(ContactPoint.Kind.EMAIL)).contains(WORK.value());
        assertThat(party().formerPoints())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.value()).isEqualTo(HOME.value());
                    assertThat(point.standing().outOfUse())
                            .map(ContactPoint.OutOfUse::why)
                            .contains(ContactPoint.Why.NOT_HIS);
                });
        assertThat(recognised(HOME)).isInstanceOf(Recognition.Nobody.class);
        assertThat(Callers.as(clerk, () -> finder.find(HOME.value(), 5))).isEmpty();
        refused(() -> Callers.run(clerk, () -> points.prefer(fatima, HOME)));
    }

    @Test
    void itIsBroughtBackByHandAndNotByWhatAFormRepeats() {
        Callers.run(clerk, () -> points.verify(fatima, HOME, ContactPoint.How.CODE));
        Callers.run(clerk, () -> points.takeOutOfUse(fatima, HOME, ContactPoint.Why.UNREACHABLE));

        Callers.run(clerk, () -> parties.addContactPoint(fatima, stated("PORTAL")));
        assertThat(point(HOME)).isEmpty();
        Callers.run(clerk, () -> points.bringBack(fatima, HOME));
        assertThat(point(HOME).orElseThrow().standing().verified()).isPresent();
        assertThat(recognised(HOME)).isInstanceOf(Recognition.One.class);
        refused(() -> Callers.run(clerk, () -> points.bringBack(fatima, HOME)));

        Callers.run(clerk, () -> points.takeOutOfUse(fatima, HOME, ContactPoint.Why.UNREACHABLE));
        Callers.run(clerk, () -> parties.addContactPoint(fatima, stated("EMPLOYEE")));
        assertThat(point(HOME)).isPresent();
    }

    @Test
    void whatIsNotedAnewInAnotherNotationIsInUseAgainAsItIsWrittenNow() {
        var old = "Kerkstraat 1, 2000 Antwerpen";
        var now = "kerkstraat 1 2000 ANTWERPEN";
        Callers.run(clerk, () -> parties.addContactPoint(fatima, address(old)));
        Callers.run(
                clerk,
                () ->
                        points.takeOutOfUse(
                                fatima,
                                new ContactPoints.Named(ContactPoint.Kind.ADDRESS, old),
                                ContactPoint.Why.UNREACHABLE));

        Callers.run(clerk, () -> parties.addContactPoint(fatima, address(now)));

        assertThat(party().contactPoints())
                .filteredOn(point -> point.kind() == ContactPoint.Kind.ADDRESS)
                .extracting(ContactPoint::value)
                .containsExactly(now);
        assertThat(party().formerPoints()).isEmpty();
    }

    private static ContactPoint address(String value) {
        return new ContactPoint(ContactPoint.Kind.ADDRESS, value, "EMPLOYEE", false);
    }

    @Test
    void ofMergedProfilesEachAddressStandsOnceWithWhatIsKnownBest() {
        PartyId again = registered("fatima@thuis.be");
        Callers.run(clerk, () -> points.verify(again, HOME, ContactPoint.How.REPLY));
        Callers.run(clerk, () -> merges.merge(fatima, again, "Zelfde persoon"));

        assertThat(party().contactPoints())
                .filteredOn(point -> point.value().equals(HOME.value()))
                .singleElement()
                .satisfies(point -> assertThat(point.standing().verified()).isPresent());

        Callers.run(clerk, () -> points.takeOutOfUse(fatima, HOME, ContactPoint.Why.REPLACED));
        assertThat(point(HOME)).isEmpty();
        assertThat(party().formerPoints()).hasSize(1);
    }

    private static ContactPoint stated(String source) {
        return new ContactPoint(HOME.kind(), HOME.value(), source, false);
    }

    private Recognition recognised(ContactPoints.Named point) {
        return Callers.as(clerk, () -> parties.recognise(new EmailAddress(point.value())));
    }

    private Optional<ContactPoint> point(ContactPoints.Named named) {
        return party().contactPoints().stream()
                .filter(point -> point.value().equals(named.value()))
                .findFirst();
    }

    private Party party() {
        return Callers.as(clerk, () -> parties.get(fatima));
    }

    private PartyId registered(String email) {
        return Callers.as(
                clerk,
                () ->
                        parties.register(
                                NewParty.person(
                                        "Fatima El Amrani",
                                        Optional.of(new EmailAddress(email)),
                                        "EMPLOYEE")));
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.contact-point"));
    }
}
