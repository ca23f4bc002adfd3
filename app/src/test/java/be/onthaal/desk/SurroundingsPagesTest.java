// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.cases.CaseTypes;
import be.onthaal.cases.ReplyTemplate;
import be.onthaal.cases.ReplyTemplates;
import be.onthaal.common.Channel;
import be.onthaal.party.NewParty;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.party.Relation;
import be.onthaal.party.Relations;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What surrounds a customer, on the pages of the customer and of his case. */
@OnthaalTest
@Import(DeskFixtures.class)
class SurroundingsPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Parties parties;
    @Autowired Relations relations;
    @Autowired Preferences preferences;
    @Autowired ReplyTemplates templates;
    @Autowired OwnFileLinks links;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
    }

    @Test
    void aWishForThisSortOfCaseStandsOnItAndChoosesTheLanguageOfItsTemplates() {
        var french = new ReplyTemplate("eigen", "fr", "Réponse libre", "Sujet", "Bonjour");
        Callers.run(scene.here().administrator(), () -> templates.save(french));
        Callers.run(
                scene.coordinator(),
                () ->
                        preferences.state(
                                scene.party(),
                                Optional.of(CaseTypes.INFORMATION_QUESTION),
                                new Preference(Optional.of(Channel.POST), Optional.of("fr"))));

        browser.get(file());
        Browser.Answer page = browser.get(file());

        assertThat(page.body())
                .contains("Wil per brief bereikt worden voor dit soort zaak.")
                .contains("Réponse libre");
        assertThat(page.statements()).isBetween(1, 5);
    }

    @Test
    void whoeverActsForHimStandsOnHisPageAndIsConsultedWithHim() {
        PartyId guardian =
                Callers.as(
                        scene.coordinator(),
                        () ->
                                parties.register(
                                        NewParty.person(
                                                "Mr. Claes", Optional.empty(), "EMPLOYEE")));
        var proved = new Relation.Terms("", "Beschikking", Optional.empty(), Optional.empty());
        Callers.run(
                scene.coordinator(),
                () ->
                        relations.state(
                                new Relations.Stated(
                                        guardian,
                                        scene.party(),
                                        Relation.Kind.GUARDIAN,
                                        proved,
                                        "EMPLOYEE")));

        browser.get(customer());
        Browser.Answer page = browser.get(customer());

        assertThat(page.body()).contains("Heeft een bewindvoerder").contains("Mr. Claes");
        assertThat(page.statements()).isBetween(1, 5);
        assertThat(browser.get("/klanten/" + guardian).body()).contains(DeskFixtures.CANARY);
    }

    @Test
    void whatIsWrongWithARelationIsToldWhereItWasTyped() {
        Browser.Answer answer =
                browser.post(
                        customer() + "/relaties",
                        Map.of(
                                "other", "new",
                                "name", "Mr. Claes",
                                "relation", "GUARDIAN-FROM"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"proof-e\"").contains("Mr. Claes");
    }

    @Test
    void hisOwnFileIsShownToHimWithAWarningAndWithoutAForm() {
        Callers.run(
                scene.here().administrator(),
                () -> links.link(scene.coordinator().employee().orElseThrow(), scene.party()));

        assertThat(browser.get(customer()).body())
                .contains("eigen dossier")
                .doesNotContain("action=\"" + customer());
        assertThat(browser.get(file()).body())
                .contains("eigen dossier")
                .doesNotContain("action=\"" + file());
    }

    private String customer() {
        return "/klanten/" + scene.party();
    }

    private String file() {
        return "/zaken/" + scene.file().id();
    }
}
