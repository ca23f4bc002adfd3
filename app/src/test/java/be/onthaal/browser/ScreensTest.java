// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static be.onthaal.browser.Chromium.assertAccessible;
import static be.onthaal.browser.Chromium.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each page in the widths and colours people use: looked at by axe here and by people as pictures.
 */
@DemoTownTest
class ScreensTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "360, 780, LIGHT", "1440, 900, DARK", "360, 780, DARK"})
    void everyPageCanBeUsedByEverybody(int width, int height, ColorScheme scheme) {
        String look = width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.window(width, height, scheme);
            see(page, "/aanmelden", "signin-" + look);
            signIn(page, "Tom Claes");
            for (var screen : screens().entrySet()) {
                see(page, screen.getValue(), screen.getKey() + "-" + look);
            }
            follow(page, "/postvak", "a.row-link", "entry-" + look);
            follow(page, "/zaken?view=ALL_OPEN", "a.row-link", "case-" + look);
            follow(page, "/klanten?q=peeters", "a.row-link", "customer-" + look);
            page.context().clearCookies();
            page.navigate("/aanmelden");
            signIn(page, "Bram Maes");
            see(page, "/logboek", "log-" + look);
            see(page, "/beheer", "administration-" + look);
            see(page, "/beheer/koppelingen", "tokens-" + look);
            letIn(page, "tokens-issued-" + look);
            see(page, "/zaken", "forbidden-" + look);
        }
    }

    private static Map<String, String> screens() {
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("today", "/");
        screens.put("inbox", "/postvak");
        screens.put("cases", "/zaken");
        screens.put("cases-empty", "/zaken?view=MINE");
        screens.put("customers", "/klanten");
        screens.put("customer-new", "/klanten/nieuw");
        screens.put("contact-new", "/contact/nieuw");
        screens.put("search", "/zoeken?q=reispas");
        screens.put("notices", "/meldingen");
        screens.put("settings", "/instellingen");
        screens.put("authorities", "/bestuur");
        screens.put("missing", "/zaken/00000000-0000-0000-0000-000000000000");
        screens.put("public-question", "/vraag/mortsel");
        return screens;
    }

    private static void see(Page page, String path, String name) {
        page.navigate(path);
        assertThat(page.locator("h1").first()).isVisible();
        assertAccessible(page);
        picture(page, name);
    }

    private static void letIn(Page page, String name) {
        page.locator("#name").fill("Kassa van het zwembad");
        page.locator("#right-CASE_VIEW").check();
        page.locator("#right-CASE_HANDLE").check();
        page.locator("form[action='/beheer/koppelingen'] button").click();
        assertThat(page.locator("#token")).isVisible();
        assertAccessible(page);
        picture(page, name);
    }

    private static void follow(Page page, String list, String link, String name) {
        page.navigate(list);
        page.locator(link).first().click();
        page.waitForURL(Pattern.compile(".*/[0-9a-f-]{36}.*"));
        assertThat(page.locator("h1").first()).isVisible();
        assertAccessible(page);
        picture(page, name);
    }

    private static void signIn(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("nav.nav, nav.tabbar").first()).isAttached();
    }
}
