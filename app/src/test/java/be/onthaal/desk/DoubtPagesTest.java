// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.organisation.StandardRole;
import be.onthaal.party.Merge;
import be.onthaal.party.Merges;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.testing.TownFixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a colleague looks at again: merges, "never the same", and what the register withholds. */
@OnthaalTest
@Import(DeskFixtures.class)
class DoubtPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired TownFixtures towns;
    @Autowired Parties parties;
    @Autowired Merges merges;
    @Autowired AsOwner owner;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;
    private PartyId other;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
        other =
                Callers.as(
                        scene.coordinator(),
                        () ->
                                parties.register(
                                        new NewParty(
                                                Party.Kind.PERSON,
                                                "Tweede Profiel",
                                                Optional.empty(),
                                                Optional.empty(),
                                                "nl",
                                                "EMPLOYEE",
                                                NewParty.Identity.NONE)));
    }

    @Test
    void aDoubtedMergeIsUpheldOrParted() {
        Merge merge =
                Callers.as(
                        scene.coordinator(),
                        () -> merges.merge(scene.party(), other, "Zelfde persoon"));
        doubt(merge);

        assertThat(browser.get("/klanten/dubbels").body())
                .contains("Misschien toch twee", "Elk heeft een eigen rijksregisternummer");
        assertThat(browser.post("/samenvoegingen/" + merge.id() + "/blijft", Map.of()).location())
                .isEqualTo("/klanten/dubbels?gedaan=merge-upheld");
        assertThat(browser.get("/klanten/dubbels").body()).doesNotContain("Misschien toch twee");
        assertThat(browser.post("/samenvoegingen/" + merge.id() + "/blijft", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void neverTheSameIsSeenAndTakenBack() {
        Callers.run(
                scene.coordinator(), () -> merges.neverSame(scene.party(), other, "Vader en zoon"));

        assertThat(browser.get("/klanten/dubbels").body())
                .contains("Nooit dezelfde", "Vader en zoon", "Tweede Profiel");
        assertThat(
                        browser.post(
                                        "/klanten/" + scene.party() + "/nooit-dezelfde/terug",
                                        Map.of("other", other.toString(), "reason", "Kaart gezien"))
                                .location())
                .isEqualTo("/klanten/dubbels?gedaan=never-same-back");
        assertThat(browser.get("/klanten/dubbels").body()).doesNotContain("Vader en zoon");
    }

    @Test
    void whatTheRegisterWithholdsIsSeenByWhoMayAskIt() {
        owner.execute(
                """
                insert into party.followed (authority_id, party_id, group_id, state, since,
                    renewal_tried_at, renewal_problem)
                select '%s', id, group_id, 'FOLLOWED', now(), now(), 'REFUSED'
                from party.profile where id = '%s'
                """
                        .formatted(scene.here().authority().id(), other));
        Browser handler =
                fixtures.browser(
                        port, scene.here(), towns.person(scene.here(), StandardRole.CASE_HANDLER));

        assertThat(handler.get("/klanten/register/wacht").body())
                .contains("Tweede Profiel", "weigert te zeggen welke");
        assertThat(handler.post("/klanten/" + other + "/register/opnieuw", Map.of()).location())
                .isEqualTo("/klanten/register/wacht?gedaan=change-asked");
        assertThat(
                        owner.column(
                                "select action from audit.event where authority_id = '%s'"
                                        .formatted(scene.here().authority().id())))
                .contains("desk.register-waiting", "party.change-asked-again");
    }

    private void doubt(Merge merge) {
        owner.execute(
                "update party.merging set doubt = 'TWO_NUMBERS', doubted_at = now() where id = '%s'"
                        .formatted(merge.id()));
    }
}
