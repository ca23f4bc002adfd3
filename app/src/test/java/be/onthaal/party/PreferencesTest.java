// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.Channel;
import be.onthaal.common.OnthaalException;
import be.onthaal.organisation.StandardRole;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import be.onthaal.testing.TownFixtures.Town;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How customers want to be reached. */
@OnthaalTest
class PreferencesTest {

    private static final String TYPE = "information-question";

    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Preferences preferences;
    @Autowired Merges merges;
    @Autowired KnownParties known;

    private Town town;
    private Caller clerk;
    private PartyId fatima;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = towns.person(town.municipality(), StandardRole.FIRST_LINE);
        fatima = registered();
    }

    @Test
    void whatHeSaidOfATypeOfCaseStandsBeforeWhatHeSaidInGeneral() {
        state(fatima, Optional.empty(), wish(Channel.MAIL, "fr"));
        state(fatima, Optional.of(TYPE), wish(Channel.POST, null));

        assertThat(of(fatima).forCaseType(TYPE)).isEqualTo(wish(Channel.POST, "fr"));
        assertThat(of(fatima).forCaseType("another")).isEqualTo(wish(Channel.MAIL, "fr"));

        state(fatima, Optional.of(TYPE), Preference.NONE);
        assertThat(of(fatima).forCaseType(TYPE)).isEqualTo(wish(Channel.MAIL, "fr"));
        assertThat(of(fatima).special()).isEmpty();
    }

    @Test
    void whoSaidNothingDoesNotMind() {
        assertThat(of(fatima)).isEqualTo(Wishes.NONE);
        assertThat(of(fatima).forCaseType(TYPE).isNone()).isTrue();
    }

    @Test
    void aSisterAuthorityHasItsOwn() {
        Callers.run(town.ocmw().service(), () -> parties.meet(fatima));
        Caller social = towns.person(town.ocmw(), StandardRole.CASE_HANDLER);
        state(fatima, Optional.empty(), wish(Channel.PHONE, null));

        assertThat(Callers.as(social, () -> preferences.of(fatima))).isEqualTo(Wishes.NONE);
    }

    @Test
    void ofMergedProfilesTheNewestWordCountsAndPartingGivesEachHisOwnBack() {
        PartyId again = registered();
        state(fatima, Optional.empty(), wish(Channel.MAIL, null));
        state(again, Optional.empty(), wish(Channel.POST, null));
        Merge merge = Callers.as(clerk, () -> merges.merge(fatima, again, "Zelfde persoon"));

        assertThat(of(fatima).general()).isEqualTo(wish(Channel.POST, null));

        Callers.run(clerk, () -> merges.undo(merge.id(), "Toch niet"));
        assertThat(of(fatima).general()).isEqualTo(wish(Channel.MAIL, null));
    }

    @Test
    void whatCannotBeWishedIsRefused() {
        for (Preference wrong :
                new Preference[] {wish(Channel.KIOSK, null), wish(Channel.MAIL, "de")}) {
            assertThatThrownBy(() -> state(fatima, Optional.empty(), wrong))
                    .isInstanceOfSatisfying(
                            OnthaalException.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo("party.preference-unknown"));
        }
    }

    @Test
    void aMistakeIsForgottenWithItsPreference() {
        state(fatima, Optional.empty(), wish(Channel.MAIL, null));

        assertThat(Callers.as(town.municipality().service(), () -> known.forget(fatima))).isTrue();
    }

    private static Preference wish(
            Channel channel, @org.jspecify.annotations.Nullable String locale) {
        return new Preference(Optional.of(channel), Optional.ofNullable(locale));
    }

    private void state(PartyId id, Optional<String> type, Preference wish) {
        Callers.run(clerk, () -> preferences.state(id, type, wish));
    }

    private Wishes of(PartyId id) {
        return Callers.as(clerk, () -> preferences.of(id));
    }

    private PartyId registered() {
        return Callers.as(
                clerk,
                () ->
                        parties.register(
                                NewParty.person("Fatima El Amrani", Optional.empty(), "EMPLOYEE")));
    }
}
