// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.overview.Overview;
import be.onthaal.overview.OverviewPaper;
import be.onthaal.overview.Overviews;
import be.onthaal.paper.Papers;
import be.onthaal.paper.PdfJudge;
import be.onthaal.party.Consent;
import be.onthaal.party.ConsentPurpose;
import be.onthaal.party.Consents;
import be.onthaal.party.NewParty;
import be.onthaal.party.OwnFileLinks;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.party.Preference;
import be.onthaal.party.Preferences;
import be.onthaal.party.Relation;
import be.onthaal.party.Relations;
import be.onthaal.testing.AsOwner;
import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer is told that is known of him. */
@OnthaalTest
@Import(DeskFixtures.class)
class OverviewPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Parties parties;
    @Autowired Relations relations;
    @Autowired Consents consents;
    @Autowired Preferences preferences;
    @Autowired OwnFileLinks links;
    @Autowired Overviews desk;
    @Autowired Papers papers;
    @Autowired Texts texts;
    @Autowired AsOwner owner;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private DeskFixtures.Scene scene;
    private Browser browser;

    @BeforeEach
    void signIn() {
        scene = fixtures.scene();
        browser = fixtures.browser(port, scene.here(), scene.coordinator());
    }

    @Test
    void itHoldsHisDataHisConsentsAndWhenAndWhyHeWasLookedAt() {
        agree();
        browser.get(customer());

        Browser.Answer answer = browser.get(customer() + "/overzicht/json");
        JsonNode told = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.headers().get("content-disposition")).contains("overzicht.json");
        assertThat(told.get("format").asString()).isEqualTo("onthaal-overview-1");
        assertThat(told.get("customer").get("name").asString()).isEqualTo(DeskFixtures.CANARY);
        assertThat(told.get("contactPoints").get(0).get("kind").asString()).isEqualTo("EMAIL");
        assertThat(told.get("consents").get(0).get("given").asBoolean()).isTrue();
        assertThat(told.get("consents").get(0).get("text").asString()).isEqualTo("Ik wil nieuws.");
        assertThat(told.get("consents").get(1).get("given").asBoolean()).isFalse();
        JsonNode looked = told.get("consultations").get(0);
        assertThat(looked.get("on").asString()).isEqualTo(Brussels.today(clock).toString());
        assertThat(looked.get("times").asInt()).isPositive();
        assertThat(answer.body()).doesNotContain(scene.coordinator().name());
    }

    @Test
    void othersAreNamedOnlyWhereTheyActForHim() {
        PartyId child = someone("Kind Zondernaam");
        PartyId guardian = someone("Mr. Claes");
        relate(scene.party(), child, Relation.Kind.PARENT, Relation.Terms.NONE);
        var proved = new Relation.Terms("", "Beschikking", Optional.empty(), Optional.empty());
        relate(guardian, scene.party(), Relation.Kind.GUARDIAN, proved);

        String told = browser.get(customer() + "/overzicht/json").body();

        assertThat(told).contains("\"PARENT\"", "Mr. Claes").doesNotContain("Zondernaam");
    }

    @Test
    void itIsReadOnPaperInHisLanguageByWhomeverReadsWithHisEars() {
        agree();
        Callers.run(
                scene.coordinator(),
                () ->
                        preferences.state(
                                scene.party(),
                                Optional.empty(),
                                new Preference(Optional.empty(), Optional.of("fr"))));

        Browser.Answer answer = browser.get(customer() + "/overzicht/pdf");
        Overview overview =
                Callers.as(scene.coordinator(), () -> desk.make(scene.party(), Overviews.Form.PDF));
        var paper = OverviewPaper.of(overview, texts.in(overview.preferences().language()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("%PDF-1.");
        assertThat(paper.language()).isEqualTo("fr");
        assertThat(paper.body()).contains("Vos consentements").doesNotContain("[");
        assertThat(PdfJudge.problems(papers.pdf(paper))).isEmpty();
    }

    @Test
    void whoeverMakesItStandsInTheLogWithItsForm() {
        browser.get(customer() + "/overzicht/pdf");
        browser.get(customer() + "/overzicht/json");

        assertThat(
                        owner.column(
                                "select detail ->> 'form' from audit.event where action ="
                                        + " 'party.overview-made' and '%s' = any (parties) order by 1"
                                                .formatted(scene.party())))
                .containsExactly("JSON", "PDF");
    }

    @Test
    void makingOnesOwnIsSeenAsLookingIntoIt() {
        Callers.run(
                scene.here().administrator(),
                () -> links.link(scene.coordinator().employee().orElseThrow(), scene.party()));

        assertThat(browser.get(customer() + "/overzicht/json").status()).isEqualTo(200);
        assertThat(
                        owner.column(
                                "select 1 from audit.event where action = 'party.own-file-viewed' and"
                                        + " subject_id = '%s'".formatted(scene.party())))
                .hasSize(1);
    }

    @Test
    void ofSomebodyWhomTheAuthorityDoesNotKnowNothingIsTold() {
        var stranger = java.util.UUID.randomUUID();

        assertThat(browser.get("/klanten/" + stranger + "/overzicht/pdf").status()).isEqualTo(404);
        assertThat(browser.get("/klanten/" + stranger + "/overzicht/json").status()).isEqualTo(404);
    }

    @Test
    void thePageOfTheCustomerLeadsToIt() {
        assertThat(browser.get(customer()).body())
                .contains(customer() + "/overzicht/pdf", customer() + "/overzicht/json");
    }

    private void agree() {
        var said =
                new Consents.Said(
                        ConsentPurpose.NEWS,
                        true,
                        new Consent.Text("2026-11", "Ik wil nieuws."),
                        Channel.DESK,
                        "Aan de balie gezegd",
                        clock.instant());
        Callers.run(scene.coordinator(), () -> consents.record(scene.party(), said));
    }

    private PartyId someone(String name) {
        return Callers.as(
                scene.coordinator(),
                () -> parties.register(NewParty.person(name, Optional.empty(), "EMPLOYEE")));
    }

    private void relate(PartyId from, PartyId to, Relation.Kind kind, Relation.Terms terms) {
        Callers.run(
                scene.coordinator(),
                () -> relations.state(new Relations.Stated(from, to, kind, terms, "EMPLOYEE")));
    }

    private String customer() {
        return "/klanten/" + scene.party();
    }
}
