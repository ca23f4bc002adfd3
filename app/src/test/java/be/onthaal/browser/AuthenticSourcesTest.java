// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a social worker asks of authentic sources, and how the register of enterprises is kept. */
@DemoTownTest
class AuthenticSourcesTest {

    @LocalServerPort int port;

    @Test
    void aRightIsGivenOnAYesAndNotOnAnIncome() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Jonas De Wit");
            taken(page, "Onyango", "11/02/1992");

            page.locator("a[href$='/sociaal']").click();
            assertThat(page.locator("main")).containsText("Nog niets gevraagd");
            Look.each(page, "social-empty");
            press(page, "Vraag de statuten");
            assertThat(page.locator("#answer")).isVisible();
            assertThat(page.locator("main")).containsText("Ja. Verhoogde tegemoetkoming");
            Look.each(page, "social-answered");
            press(page, "Vraag het leefloon");
            assertThat(page.locator("main")).containsText("€ 7.730,76");
            Look.each(page, "social-wages");
        }
    }

    @Test
    void whoeverElseLivesThereIsFoundByTheAddress() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Nadia El Amrani");
            page.navigate("/klanten/register");
            page.locator("summary", new Page.LocatorOptions().setHasText("Zoek op adres")).click();
            page.locator("#postcode").fill("2640");
            page.locator("#street").fill("1042");
            page.locator("#number").fill("90");
            press(page, "Zoek op adres");

            assertThat(page.locator("main")).containsText("Katrien Vandeghinste");
            Look.each(page, "register-address");
        }
    }

    @Test
    void anExtractThatIsNoneIsRefusedAndTheRegisterStays() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Bram Maes");
            page.navigate("/beheer/ondernemingen");
            assertThat(page.locator("h1")).hasText("Ondernemingen (KBO)");
            Look.each(page, "extracts");
            page.locator("#file")
                    .setInputFiles(
                            new com.microsoft.playwright.options.FilePayload(
                                    "KboOpenData.zip", "application/zip", new byte[] {1, 2, 3}));
            press(page, "Breng een update binnen");

            assertThat(page.locator("main")).containsText("Er is niets gewijzigd");
        }
    }

    private static void taken(Page page, String family, String birth) {
        page.navigate("/klanten/register");
        page.locator("#family").fill(family);
        page.locator("#birth").fill(birth);
        press(page, "Zoek in het register");
        page.locator("form[action$='/neem'] button").first().click();
        page.locator("a", new Page.LocatorOptions().setHasText("Terug naar de klant")).click();
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("main#main")).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
    }
}
