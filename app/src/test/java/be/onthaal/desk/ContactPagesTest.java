// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.access.Callers;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.PartyId;
import be.onthaal.testing.Browser;
import be.onthaal.testing.MovableClock;
import be.onthaal.testing.OnthaalTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(DeskFixtures.class)
class ContactPagesTest {

    @Autowired DeskFixtures fixtures;
    @Autowired Drafts drafts;
    @Autowired Parties parties;
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
    void theOnlyCustomerFoundIsChosen() {
        var found = browser.post("/contact/klant", typed("vogelaere", "", "none"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .containsPattern("value=\"" + scene.party() + "\" checked")
                .doesNotContainPattern("value=\"none\" checked");
    }

    @Test
    void whoeverIsNotMeantAfterAllStaysAway() {
        var again = browser.post("/contact/klant", typed("vogelaere", "vogelaere", "none"));

        assertThat(again.body()).containsPattern("value=\"none\" checked");
    }

    @Test
    void aNameThatNobodyLookedUpIsNotLost() {
        var asked = browser.post("/contact/nieuw", typed("vogelaere", "", "none"));
        var kept = browser.post("/contact/nieuw", typed("vogelaere", "vogelaere", "none"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains(DeskFixtures.CANARY).contains("Reispas");
        assertThat(kept.location()).isEqualTo("/?gedaan=contact");
    }

    @Test
    void whoeverWasVerifiedIsHimselfAndNobodyElse() {
        keepDraft();

        assertThat(browser.get("/contact/nieuw?klant=" + scene.party()).body())
                .containsPattern(CARD_CHOSEN);
        assertThat(browser.get("/contact/nieuw?klant=" + other()).body())
                .doesNotContainPattern(CARD_CHOSEN);
    }

    @Test
    void anotherCustomerChosenAfterIsVerifiedAnew() {
        PartyId other = other();
        Map<String, String> sent = typed("", "", other.toString());
        sent.put("verified", "CARD_SHOWN");
        sent.put("verifiedFor", scene.party().toString());

        var refused = browser.post("/contact/nieuw", sent);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("U koos een andere klant")
                .contains("name=\"verifiedFor\" value=\"" + other + "\"")
                .doesNotContainPattern(CARD_CHOSEN);

        sent.put("verifiedFor", other.toString());
        assertThat(browser.post("/contact/nieuw", sent).location())
                .isEqualTo("/klanten/" + other + "?gedaan=contact");
    }

    @Test
    void aSearchThatFindsAnotherForgetsWhoWasVerified() {
        PartyId other = other();
        Map<String, String> sent = typed("vogelaere", "", other.toString());
        sent.put("verified", "CARD_SHOWN");
        sent.put("verifiedFor", other.toString());

        assertThat(browser.post("/contact/klant", sent).body())
                .containsPattern("value=\"" + scene.party() + "\" checked")
                .doesNotContainPattern(CARD_CHOSEN);
    }

    @Test
    void afterAnHourItIsAnotherContact() {
        keepDraft();
        Instant now = clock.instant();
        try {
            ((MovableClock) clock).set(now.plus(Duration.ofMinutes(61)));

            var kept = Callers.as(scene.coordinator(), () -> drafts.find(List.of("contact")));
            var fresh = Callers.as(scene.coordinator(), () -> drafts.findOfLastHour("contact"));
            assertThat(kept).containsKey("contact");
            assertThat(fresh).isEmpty();
        } finally {
            ((MovableClock) clock).free();
        }
    }

    private static final String CARD_CHOSEN = "value=\"CARD_SHOWN\" selected";

    private void keepDraft() {
        Callers.run(
                scene.coordinator(),
                () ->
                        drafts.keep(
                                "contact",
                                Map.of(
                                        "subject",
                                        "Reispas",
                                        "party",
                                        scene.party().toString(),
                                        "verified",
                                        "CARD_SHOWN",
                                        "verifiedFor",
                                        scene.party().toString())));
    }

    private PartyId other() {
        return Callers.as(
                scene.coordinator(),
                () ->
                        parties.register(
                                NewParty.person("Jan Peeters", Optional.empty(), "EMPLOYEE")));
    }

    private Map<String, String> typed(String query, String sought, String party) {
        Map<String, String> typed = new HashMap<>();
        typed.put("channel", "PHONE");
        typed.put("q", query);
        typed.put("sought", sought);
        typed.put("party", party);
        typed.put("subject", "Reispas");
        typed.put("unit", scene.here().unit().toString());
        typed.put("outcome", "ANSWERED");
        return typed;
    }
}
