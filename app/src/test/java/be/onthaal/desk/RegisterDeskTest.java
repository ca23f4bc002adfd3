// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.Households;
import be.onthaal.party.OwnFile;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyFinder;
import be.onthaal.party.RegisterFacts;
import be.onthaal.party.RememberedRegister;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Making a customer of somebody in the register of persons. */
@OnthaalTest
class RegisterDeskTest {

    private static final NationalNumber NUMBER = new NationalNumber("85073003328");

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired PartyFinder finder;
    @Autowired RegisterFacts facts;
    @Autowired Households households;
    @Autowired OwnFile ownFile;
    @Autowired OwnFileLinks links;

    private final RememberedRegister register = new RememberedRegister();
    private TestAuthority here;
    private Caller host;
    private RegisterDesk desk;

    @BeforeEach
    void town() {
        here = towns.found().municipality();
        host = towns.person(here, StandardRole.CASE_HANDLER);
        desk = new RegisterDesk(register, facts, households, ownFile, parties);
    }

    @Test
    void heIsCalledAsTheRegisterSaysAndNotAsAPageSays() {
        register.holds(NUMBER, "Maes");

        RegisterPage page = Callers.as(host, () -> desk.take(NUMBER));

        assertThat(page.party()).map(party -> party.name()).contains("Lies Maes");
        assertThat(page.changed()).isNotEmpty();
        assertThat(register.asked()).isEqualTo(1);
    }

    @Test
    void whoeverIsNotInItIsNotKept() {
        RegisterPage page = Callers.as(host, () -> desk.take(NUMBER));

        assertThat(page.party()).isEmpty();
        assertThat(Callers.as(host, () -> finder.find(NUMBER.value(), 5))).isEmpty();
    }

    @Test
    void nobodyAsksItAboutHimself() {
        register.holds(NUMBER, "Maes");
        Callers.run(host, () -> desk.take(NUMBER));
        Caller clerk = towns.person(here, StandardRole.CASE_HANDLER);
        Callers.run(here.administrator(), () -> links.link(clerk.employee().orElseThrow(), NUMBER));

        assertThatThrownBy(() -> Callers.as(clerk, () -> desk.take(NUMBER)))
                .isInstanceOfSatisfying(
                        OnthaalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("party.own-file"));
        assertThat(register.asked()).isEqualTo(1);
    }
}
