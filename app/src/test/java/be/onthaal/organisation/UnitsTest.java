// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Callers;
import be.onthaal.common.Refused;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnthaalTest
class UnitsTest {

    @Autowired TownFixtures towns;
    @Autowired Units units;

    @Test
    void anotherAuthorityDoesNotSeeMyUnits() {
        Town town = towns.found();

        var mine = Callers.as(town.municipality().administrator(), units::list);
        var theirs = Callers.as(town.ocmw().administrator(), units::list);

        assertThat(mine).extracting(Unit::id).containsExactly(town.municipality().unit());
        assertThat(theirs).extracting(Unit::id).containsExactly(town.ocmw().unit());
    }

    @Test
    void withoutACallerThereAreNoUnits() {
        towns.found();

        assertThatThrownBy(units::list).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRenamedUnitKeepsItsOldNameInItsHistory() {
        Town town = towns.found();

        Callers.run(
                town.municipality().administrator(),
                () -> units.rename(town.municipality().unit(), "Burgerzaken"));

        Callers.run(
                town.municipality().administrator(),
                () -> {
                    assertThat(units.get(town.municipality().unit()).name())
                            .isEqualTo("Burgerzaken");
                    assertThat(units.history(town.municipality().unit()))
                            .extracting(Units.Change::oldName)
                            .containsExactly("Onthaal", "Onthaal");
                });
    }

    @Test
    void theRightsOfAMergedUnitFollowToItsSuccessor() {
        Town town = towns.found();
        var here = town.municipality();
        var clerk = towns.person(here, StandardRole.POST_CLERK);
        var successor =
                Callers.as(here.administrator(), () -> units.open("Burgerzaken", Optional.empty()));

        Callers.run(here.administrator(), () -> units.mergeInto(here.unit(), successor.id()));

        var now = Callers.as(here.administrator(), units::list);
        assertThat(now).extracting(Unit::name).containsExactly("Burgerzaken");
        assertThat(clerk.rights().units()).containsExactly(here.unit());
    }

    @Test
    void aUnitCannotMergeIntoItself() {
        Town town = towns.found();

        assertThatThrownBy(() ->
                        Callers.run(
                                town.municipality().administrator(),
                                () ->
                                        units.mergeInto(
                                                town.municipality().unit(),
                                                town.municipality().unit())))
                .isInstanceOf(Refused.class);
    }
}
