// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The rules for mail as an administrator keeps them, and as a head of unit tries them. */
@DemoTownTest
class RoutingScreensTest {

    @LocalServerPort int port;

    @Test
    void rulesAreKeptByKeyboardAndTriedOnPastMail() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page, "Bram Maes");
            page.navigate("/beheer");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Routering van mail"))
                    .click();
            Look.each(page, "routing-none");

            page.navigate("/beheer/routering/nieuw");
            Look.each(page, "routing-new");
            page.locator("#name").fill("Verkeerd");
            page.locator("#subject").fill("a*b");
            page.locator("#target").selectOption("MAILBOX");
            keep(page);
            assertThat(page.locator(".banner-bad")).containsText("sterretje");
            assertThat(page.locator("#subject")).hasValue("a*b");
            Look.each(page, "routing-refused");

            page.locator("#name").fill("Alles wat vraagt");
            page.locator("#subject").fill("vraag*");
            keep(page);
            assertThat(page.locator("#rules")).containsText("Alles wat vraagt");

            byKeyboard(page);
            assertThat(page.locator("#rules tbody tr")).hasCount(2);
            page.locator("form[action$='/hoger'] button").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*gedaan=routing-moved.*"));
            assertThat(page.locator("#rules tbody tr").first()).containsText("Alle mail naar");
            assertThat(page.locator("#rules tbody tr").last()).containsText("Komt nooit aan");
            Look.each(page, "routing-rules");

            Page other = chromium.desk();
            signIn(other, "Tom Claes");
            other.navigate("/beheer/routering/proef?van=2020-01-01&toon=alles");
            assertThat(other.locator("#per-rule")).containsText("Alle mail naar");
            Look.each(other, "routing-tried");

            page.locator("form[action$='/uit'] button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#rules tbody tr").first()).containsText("Uitgeschakeld");
            while (page.locator("#rules tbody tr a").count() > 0) {
                page.locator("#rules tbody tr a").first().click();
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Verwijder de regel"))
                        .click();
                page.waitForURL(Pattern.compile(".*gedaan=routing-removed.*"));
            }
        }
    }

    /** From the list to a kept rule with the keys alone. */
    private static void byKeyboard(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nieuwe regel")).focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/nieuw"));
        page.locator("#name").focus();
        page.keyboard().type("Alle mail naar de eerste dienst");
        for (int i = 0; i < 30; i++) {
            String at = String.valueOf(page.evaluate("document.activeElement.id"));
            if (at.equals("target")) {
                break;
            }
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("#target")).isFocused();
        page.locator("#target").selectOption(new SelectOption().setIndex(1));
        page.keyboard().press("Tab");
        page.locator("#name").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*gedaan=routing-added.*"));
    }

    private static void keep(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Bewaar").setExact(true))
                .click();
    }

    private static void signIn(Page page, String name) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("h1").first()).isVisible();
    }
}
