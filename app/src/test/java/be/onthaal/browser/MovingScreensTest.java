// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static be.onthaal.browser.Chromium.assertAccessible;
import static be.onthaal.browser.Chromium.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Moving in as an administrator does it in a browser, empty, tried and done, wide and narrow. */
@DemoTownTest
class MovingScreensTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "360, 780, DARK"})
    void dataComesInOnThePage(int width, int height, ColorScheme scheme) {
        String look = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.window(width, height, scheme);
            page.navigate("/aanmelden");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bram Maes"))
                    .click();
            page.navigate("/beheer/verhuizing");
            see(page, "moving-" + look);
            page.locator("#files")
                    .setInputFiles(
                            new FilePayload[] {
                                sheet(
                                        "parties.csv",
                                        "key;name;email\nK1;Jan Verhuis;jan@voorbeeld.be\nK2;;\n"),
                                sheet(
                                        "cases.csv",
                                        "key;type;subject;party;unit;opened_on\n"
                                                + "D-17;information-question;Reispas;K1;Onthaal;1/10/2026\n"
                                                + "D-18;verhuis;Reispas;K9;Onthaal;1/10/2026\n")
                            });
            page.locator("main form button").first().click();
            see(page, "moving-at-work-" + look);
            await(page, "Klaar om te bekijken");
            see(page, "moving-tried-" + look);
            page.getByText("Breng binnen").click();
            await(page, "Ongedaan maken kan");
            see(page, "moving-done-" + look);
            page.navigate("/beheer/verhuizing");
            page.getByText("Vraag een uitvoer").click();
            await(page, "Haal op");
            see(page, "moving-export-" + look);
        }
    }

    private static void await(Page page, String words) {
        assertThat(page.getByText(words).first())
                .isVisible(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                                .setTimeout(60_000));
    }

    private static void see(Page page, String name) {
        Locator title = page.locator("h1").first();
        assertThat(title).isVisible();
        assertAccessible(page);
        picture(page, name);
    }

    private static FilePayload sheet(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
