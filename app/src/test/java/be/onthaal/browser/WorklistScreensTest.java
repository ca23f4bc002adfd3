// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists of cases as somebody works from them: chosen, kept, handled many at once, searched. */
@DemoTownTest
class WorklistScreensTest {

    @LocalServerPort int port;

    @Test
    void aListIsChosenKeptHandledAndSearched() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/aanmelden");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nadia El Amrani"))
                    .click();
            assertThat(page.locator("main#main")).isVisible();

            page.navigate("/zaken?view=ALL_OPEN");
            Look.each(page, "worklist");
            page.locator("form[action='/zaken/filter'] summary").click();
            page.locator("#f-status").selectOption("OPEN");
            page.locator("#f-due").fill("2020-01-01");
            Look.each(page, "worklist-filter");
            page.locator("form[action='/zaken/filter'] > button").click();
            page.waitForURL(Pattern.compile(".*status=OPEN.*einde-van=2020-01-01.*"));
            assertThat(page.locator(".chip")).hasCount(2);

            menu(page, "Weergaven");
            page.locator("#view-name").fill("Loopt nu");
            Look.each(page, "worklist-views");
            press(page, "Bewaar deze weergave");
            assertThat(page.locator(".tabs [aria-current]")).containsText("Loopt nu");

            menu(page, "Kolommen");
            page.locator("#column-TYPE").check();
            page.locator("#column-CHANNEL").check();
            Look.each(page, "worklist-columns");
            press(page, "Bewaar");
            assertThat(page.locator("th", new Page.LocatorOptions().setHasText("Kanaal")))
                    .isVisible();
            page.locator("th a", new Page.LocatorOptions().setHasText("Zaaktype")).click();
            assertThat(page.locator("th[aria-sort=ascending]")).containsText("Zaaktype");

            menu(page, "Uitvoeren");
            Look.each(page, "worklist-export");
            var download = page.waitForDownload(() -> press(page, "Excel"));
            org.assertj.core.api.Assertions.assertThat(download.suggestedFilename())
                    .matches("zaken-\\d{4}-\\d{2}-\\d{2}\\.xlsx");

            manyByKeyboard(page);
            searched(page);
        }
    }

    private static void manyByKeyboard(Page page) {
        page.navigate("/zaken?view=ALL_OPEN");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("tbody :checked")).hasCount(2);
        page.locator(".bulk-more > summary").focus();
        page.keyboard().press("Enter");
        page.locator("#bulk-text").fill("Samen bekeken op het teamoverleg");
        Look.each(page, "worklist-many");
        press(page, "Voeg notitie toe");
        assertThat(page.locator(".banner")).containsText("2 items zijn gewijzigd");
        Look.each(page, "worklist-many-done");
    }

    private static void searched(Page page) {
        page.navigate("/zaken/zoeken");
        Look.each(page, "case-search");
        Locator words = page.locator("input[name=zoek]");
        words.fill("teamoverleg");
        words.press("Enter");
        assertThat(page.locator("h2[role=status]")).containsText("Zaken gevonden: 2");
        assertThat(page.locator("mark").first()).containsText("teamoverleg");
        page.locator("details.card > summary").click();
        Look.each(page, "case-search-found");
        page.locator("button[name=zonder]").first().click();
        assertThat(page.locator(".chip").first()).containsText("Zonder");
        Look.each(page, "case-search-without");
        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("teamoverleg");
    }

    private static void menu(Page page, String name) {
        page.locator("details.filter-more > summary", new Page.LocatorOptions().setHasText(name))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
