// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.onthaal.testing.AsOwner;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each page in the widths and colours people use: looked at by axe here and by people as pictures.
 */
@DemoTownTest
class ScreensTest {

    @Autowired AsOwner owner;
    @LocalServerPort int port;

    @Test
    void everyPageCanBeUsedByEverybody() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            see(page, "/aanmelden", "signin");
            signIn(page, "Tom Claes");
            screens().forEach((name, path) -> see(page, path, name));
            follow(page, "/postvak", "a.row-link", "entry");
            follow(page, "/zaken?view=ALL_OPEN", "a.row-link", "case");
            follow(page, "/klanten?q=peeters", "a.row-link", "customer");
        }
    }

    @Test
    void everyPageOfAnAdministratorToo() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            page.navigate("/aanmelden");
            signIn(page, "Bram Maes");
            see(page, "/logboek", "log");
            see(page, "/beheer", "administration");
            follow(page, "/beheer", "a[href^='/beheer/diensten/']", "unit");
            follow(page, "/beheer", "a[href^='/beheer/mailboxen/']:not([href$=nieuw])", "mailbox");
            see(page, "/beheer/mailboxen/nieuw", "mailbox-new");
            page.locator("form.form button").click();
            Look.each(page, "mailbox-wrong");
            see(page, "/beheer/koppelingen", "tokens");
            letIn(page);
            see(page, "/beheer/niets-verloren", "nothing-lost");
            loseSomething();
            see(page, "/beheer/niets-verloren", "something-lost");
            see(page, "/zaken", "forbidden");
            Page newcomer = chromium.desk();
            newcomer.navigate(invite(page));
            Look.each(newcomer, "invitation");
        }
    }

    /** As if the mail server held more than we have, and some of it could not be read. */
    private void loseSomething() {
        owner.execute("update mail.folder_check set on_server = on_server + 2, missing = 2");
        owner.execute(
                "update mail.message set state = 'UNREADABLE', reason = 'out-of-time' where id ="
                        + " (select id from mail.message where state = 'READ' order by id limit 1)");
        owner.execute(
                "update dispatch.dispatch set state = 'WITHHELD', problem = 'address-limit' where id ="
                        + " (select id from dispatch.dispatch order by id limit 1)");
    }

    private static Map<String, String> screens() {
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("today", "/");
        screens.put("inbox", "/postvak");
        screens.put("cases", "/zaken");
        screens.put("cases-empty", "/zaken?view=MINE");
        screens.put("set-aside", "/postvak/opzij");
        screens.put("customers", "/klanten");
        screens.put("customer-new", "/klanten/nieuw");
        screens.put("contact-new", "/contact/nieuw");
        screens.put("search", "/zoeken");
        screens.put("notices", "/meldingen");
        screens.put("settings", "/instellingen");
        screens.put("authorities", "/bestuur");
        screens.put("missing", "/zaken/00000000-0000-0000-0000-000000000000");
        screens.put("public-question", "/vraag/mortsel");
        return screens;
    }

    private static void see(Page page, String path, String name) {
        page.navigate(path);
        Look.each(page, name);
    }

    private static void letIn(Page page) {
        page.locator("#name").fill("Kassa van het zwembad");
        page.locator("#right-CASE_VIEW").check();
        page.locator("#right-CASE_HANDLE").check();
        page.locator("form[action='/beheer/koppelingen'] button").click();
        assertThat(page.locator("#token")).isVisible();
        Look.each(page, "tokens-issued");
    }

    /** Where a colleague who was invited chooses a password. */
    private static String invite(Page page) {
        follow(page, "/beheer", "a[href^='/beheer/medewerkers/']", "colleague");
        page.locator("form[action$='/uitnodiging'] button").click();
        assertThat(page.locator("#invite-link")).isVisible();
        Look.each(page, "colleague-invited");
        return URI.create(page.locator("#invite-link").innerText()).getPath();
    }

    private static void follow(Page page, String list, String link, String name) {
        page.navigate(list);
        page.locator(link).first().click();
        page.waitForURL(Pattern.compile(".*/[0-9a-f-]{36}.*"));
        Look.each(page, name);
    }

    private static void signIn(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("nav.nav, nav.tabbar").first()).isAttached();
    }
}
