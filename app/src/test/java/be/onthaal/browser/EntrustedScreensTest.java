// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A colleague named on a case, and a case opened in an emergency. */
@DemoTownTest
class EntrustedScreensTest {

    @LocalServerPort int port;

    @Test
    void aColleagueIsNamedOnACaseAndTakenOffAgain() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Tom Claes");
            page.navigate("/zaken?view=TEAM");
            page.locator("a.row-link").first().click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Wie ziet deze zaak"))
                    .click();
            Look.each(page, "entrusted-none");
            page.locator("#colleague").selectOption(new SelectOption().setIndex(1));
            page.locator("#reason").fill("Kent het gezin");
            page.locator("#until").fill("2099-01-01");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Collega toevoegen"))
                    .click();
            assertThat(page.locator("main")).containsText("Kent het gezin");
            Look.each(page, "entrusted");
            page.locator("form[action$='/inzage/weg'] button").click();
            assertThat(page.locator("main")).containsText("Niemand anders.");
        }
    }

    @Test
    void anEmergencyAsksANumberAndAReason() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Tom Claes");
            page.navigate("/zaken/nood");
            Look.each(page, "emergency");
            page.locator("#number").fill("Z-2020-999999");
            page.locator("#reason").fill("Huurder aan de deur");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open de zaak"))
                    .click();
            assertThat(page.locator("h1").first()).isVisible();
            Look.each(page, "emergency-unknown");

            Page watcher = chromium.desk();
            signIn(watcher, "Bram Maes");
            watcher.navigate("/logboek/nood");
            assertThat(watcher.locator("main")).containsText("Niemand opende een zaak in nood");
            Look.each(watcher, "emergencies-none");
        }
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("h1").first()).isVisible();
    }
}
