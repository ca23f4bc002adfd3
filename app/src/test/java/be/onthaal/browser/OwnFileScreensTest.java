// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator writes down which customer an employee is, and who watches the log is told. */
@DemoTownTest
class OwnFileScreensTest {

    @LocalServerPort int port;

    @Test
    void anEmployeeIsWarnedInHisOwnFileAndCannotChangeIt() {
        String customer;
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Nadia El Amrani");
            page.navigate("/klanten/nieuw");
            page.locator("#name").fill("Nadia El Amrani");
            press(page, "Bewaar klant");
            page.waitForURL(Pattern.compile(".*/klanten/[0-9a-f-]{36}.*"));
            customer = page.url().replaceFirst("\\?.*", "");
        }
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Bram Maes");
            page.navigate("/beheer");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nadia El Amrani"))
                    .first()
                    .click();
            page.locator("#customer").fill(customer);
            Look.each(page, "colleague-own-file");
            press(page, "Koppel aan deze klant");
            page.waitForURL(Pattern.compile(".*gedaan=own-file-linked"));
        }
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Nadia El Amrani");
            page.navigate(customer);
            assertThat(page.locator(".banner-bad")).containsText("eigen dossier");
            assertThat(page.locator("#reached")).isVisible();
            assertThat(page.locator("form[action*='/klanten/']")).hasCount(0);
            Look.each(page, "customer-own-file");
        }
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("main#main")).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
