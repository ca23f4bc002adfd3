// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import be.onthaal.testing.Browser;
import be.onthaal.testing.OnthaalTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnthaalTest
@Import(DeskFixtures.class)
class ContactPagesTest {

    @Autowired DeskFixtures fixtures;
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
