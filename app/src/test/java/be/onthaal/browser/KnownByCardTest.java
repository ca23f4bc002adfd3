// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who somebody is by his identity card: at the counter, and at home on the portal. */
@DemoTownTest
class KnownByCardTest {

    private static final String WOUTER = "Wouter Van den Bossche";

    @LocalServerPort int port;

    @Test
    void aCardOnTheCounterOpensThePageOfItsHolderOrMakesIt() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            atTheCounter(page);
            page.navigate("/klanten");
            Look.each(page, "eid-1-customers");

            read(page, WOUTER);
            page.waitForURL(Pattern.compile(".*/klanten/.*gedaan=card-unchecked"));
            assertThat(page.locator("h1").first()).hasText(WOUTER);
            assertThat(page.locator("main")).containsText("85.67.30-033.60");

            page.navigate("/klanten");
            read(page, "Lien Peeters");
            page.waitForURL(Pattern.compile(".*/klanten/.*gedaan=card-unchecked"));
            assertThat(page.locator("h1").first()).hasText("Lien Peeters");
            Look.each(page, "eid-2-made");
        }
    }

    @Test
    void inAContactACardSaysHowItWasMadeSureWhoHeIs() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            atTheCounter(page);
            page.navigate("/contact/nieuw");
            Locator reader = page.locator("[data-eid-read]");
            reader.focus();
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, button(WOUTER)).focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/contact/nieuw.*kaart=ja.*"));
            assertThat(page.locator("#party-chosen")).isChecked();
            assertThat(page.locator("#verified")).hasValue("STRONG_SIGN_IN");
            assertThat(page.locator("#verifiedBy")).hasValue(Pattern.compile(".*pincode.*"));
            assertThat(page.locator("#channel-DESK")).isChecked();
            Look.each(page, "eid-3-contact");
        }
    }

    @Test
    void withoutACardNothingHappens() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            atTheCounter(page);
            page.navigate("/klanten");
            read(page, "Geen");

            assertThat(page.locator(".toast")).containsText("De kaart is niet gelezen");
            assertThat(page).hasURL(Pattern.compile(".*/klanten$"));
        }
    }

    @Test
    void aCitizenSeesWhatIsKnownOfHimAndTakesAConsentBack() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.setViewportSize(390, 844);
            page.navigate("/vraag/mortsel");
            page.getByRole(AriaRole.LINK, named("Mijn gegevens")).click();
            Look.each(page, "my-1-entrance");
            signIn(page, "Lien Peeters, geen klant");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("kennen niemand");
            Look.each(page, "my-2-unknown");
            signIn(page, WOUTER);
            assertThat(page.locator("main")).containsText("85.67.30-033.60");
            Look.each(page, "my-3-data");
            consent(page, "Geef toestemming");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("genoteerd");
            Look.each(page, "my-4-given");
            consent(page, "Trek toestemming in");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("ingetrokken");
            page.locator("#by").selectOption("PHONE");
            page.getByRole(AriaRole.BUTTON, named("Bewaar uw voorkeur")).click();
            assertThat(page.locator("#by")).hasValue("PHONE");
            page.getByRole(AriaRole.BUTTON, named("Afmelden")).click();
            assertThat(page.locator("main")).not().containsText("85.67.30-033.60");
        }
    }

    private static void consent(Page page, String button) {
        page.locator("form[action$='/toestemming']")
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private static void signIn(Page page, String who) {
        page.getByRole(AriaRole.LINK, named("Aanmelden met eID of itsme")).click();
        page.locator("button").filter(new Locator.FilterOptions().setHasText(who)).first().click();
    }

    private static void read(Page page, String who) {
        page.locator("[data-eid-read]").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, button(who)).click();
    }

    private static void atTheCounter(Page page) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nadia El Amrani"))
                .click();
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
