// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Moving in as an administrator does it in a browser, empty, tried and done, wide and narrow. */
@DemoTownTest
class MovingScreensTest {

    @LocalServerPort int port;

    @Test
    void dataComesInOnThePage() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/aanmelden");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bram Maes"))
                    .click();
            page.navigate("/beheer/verhuizing");
            Look.each(page, "moving");
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
            Look.each(page, "moving-at-work");
            await(page, "Klaar om te bekijken");
            Look.each(page, "moving-tried");
            page.getByText("Breng binnen").click();
            await(page, "Ongedaan maken kan");
            Look.each(page, "moving-done");
            page.navigate("/beheer/verhuizing");
            page.getByText("Vraag een uitvoer").click();
            await(page, "Haal op");
            Look.each(page, "moving-export");
        }
    }

    private static void await(Page page, String words) {
        assertThat(page.getByText(words).first())
                .isVisible(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                                .setTimeout(60_000));
    }

    private static FilePayload sheet(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
