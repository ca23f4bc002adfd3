// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Knowing who the customer is: not made twice, merged, told apart, and what he agreed to. */
@DemoTownTest
class CustomersTest {

    private static final String TWICE = "Philippine Vandecasteele";

    @LocalServerPort int port;

    @Test
    void aCustomerIsNotMadeTwiceAndAMergeIsTakenBack() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);

            String first = made(page, "filippa@post.example");
            comesUpWhileTyping(page);
            String second = made(page, "p.vandecasteele@post.example");

            page.navigate(first);
            page.locator("a[href$='/samenvoegen']").click();
            assertThat(page.locator("a[href*='met=']").first()).isVisible();
            Look.each(page, "customer-merge-with");
            page.locator("a[href*='met=" + id(second) + "']").click();
            assertThat(page.locator("#why")).isVisible();
            Look.each(page, "customer-merge");
            page.locator("#reason").fill("Zelfde geboortedatum, aan het loket bevestigd");
            press(page, "Voeg samen");
            page.waitForURL(Pattern.compile(".*gedaan=merged"));
            assertThat(page.locator("main")).containsText("p.vandecasteele@post.example");

            page.navigate(second);
            page.waitForURL(Pattern.compile(".*/klanten/" + id(first) + ".*"));
            agree(page);
            indicate(page);
            Look.each(page, "customer-merged");

            page.locator("details", new Page.LocatorOptions().setHasText("Maak samenvoegen"))
                    .locator("summary")
                    .click();
            page.locator("input[id^='undo-']").fill("Het zijn nichten");
            press(page, "Maak samenvoegen ongedaan");
            page.waitForURL(Pattern.compile(".*/samenvoegingen/.*"));
            Look.each(page, "customer-taken-back");
            page.locator("input[name=item]").first().check();
            page.locator("form[action$='/wijs-toe'] button").last().click();
            page.waitForURL(Pattern.compile(".*gedaan=assigned"));
            assertThat(page.locator("form[action$='/wijs-toe']"))
                    .containsText("staat nu bij " + TWICE + " (p.vandecasteele@post.example)");
            page.navigate(second);
            assertThat(page).hasURL(Pattern.compile(".*/klanten/" + id(second) + ".*"));
            assertThat(page.locator("main")).not().containsText("filippa@post.example");

            page.navigate("/klanten/dubbels");
            assertThat(page.locator("tbody tr").first()).isVisible();
            Look.each(page, "customer-duplicates");
            neverTheSame(page, first, second);
        }
    }

    private static void neverTheSame(Page page, String first, String second) {
        page.navigate(first + "/samenvoegen?met=" + id(second));
        page.locator("form[action$='/nooit-dezelfde'] [name=reason]").fill("Tante en nicht");
        page.locator("form[action$='/nooit-dezelfde'] button").click();
        page.waitForURL(Pattern.compile(".*gedaan=never-same"));
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Nooit dezelfde")))
                .containsText("Tante en nicht");
        Look.each(page, "customer-apart");
        page.locator("details", new Page.LocatorOptions().setHasText("Neem terug"))
                .first()
                .locator("summary")
                .click();
        page.locator("form[action$='/nooit-dezelfde/terug'] [name=reason]")
                .first()
                .fill("Het is toch één persoon");
        page.locator("form[action$='/nooit-dezelfde/terug'] button").first().click();
        page.waitForURL(Pattern.compile(".*gedaan=never-same-back"));
        assertThat(page.locator("main")).not().containsText("Tante en nicht");
    }

    @Test
    void somebodyInTheRegisterBecomesACustomerWithWhatTheRegisterHolds() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);

            page.navigate("/klanten/register/wacht");
            Look.each(page, "register-waiting");
            page.navigate("/klanten/register");
            page.locator("#family").fill("Wouterickx");
            page.locator("#birth").fill("31/31/1939");
            press(page, "Zoek in het register");
            assertThat(page.locator("#family")).hasValue("Wouterickx");
            Look.each(page, "register-wrong");
            fromRegister(page, "Wouterickx", "05/12/1939");
            Look.each(page, "register-taken");
            page.locator("a", new Page.LocatorOptions().setHasText("Terug naar de klant")).click();
            assertThat(page.locator("main")).containsText("Osylei 8, 2640 Mortsel");
            assertThat(page.locator(".banner-warn")).containsText("Bewindvoerder");
            Look.each(page, "customer-registered");
            press(page, "Vernieuw uit het register");
            assertThat(page.locator("main")).containsText("Niets gewijzigd");

            fromRegister(page, "Belkadi", "03/11/1988");
            page.locator("a", new Page.LocatorOptions().setHasText("Terug naar de klant")).click();
            press(page, "Gezin");
            assertThat(page.locator("main")).containsText("Lina Chaouki");
            Look.each(page, "register-household");

            fromRegister(page, "Persoons", "28/01/1966");
            assertThat(page.locator("[role=alert]")).isVisible();
            Look.each(page, "register-away");
        }
    }

    private static void signIn(Page page) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nadia El Amrani"))
                .click();
        assertThat(page.locator("main#main")).isVisible();
    }

    private static void fromRegister(Page page, String family, String birth) {
        page.navigate("/klanten/register");
        page.locator("#family").fill(family);
        page.locator("#birth").fill(birth);
        press(page, "Zoek in het register");
        page.locator("form[action$='/neem'] button").first().click();
        assertThat(page.locator("h1")).containsText("Rijksregister");
    }

    private static String made(Page page, String email) {
        page.navigate("/klanten/nieuw");
        page.locator("#name").fill(TWICE);
        page.locator("#birth").fill("31/05/1980");
        page.locator("#email").fill(email);
        press(page, "Bewaar klant");
        page.waitForURL(Pattern.compile(".*/klanten/[0-9a-f-]{36}.*"));
        return page.url().replaceFirst("\\?.*", "");
    }

    private static void comesUpWhileTyping(Page page) {
        page.navigate("/klanten/nieuw");
        page.locator("#name").fill("Philippine Van de Casteele");
        page.locator("#birth").fill("1980-05-31");
        page.locator("#email").click();
        assertThat(page.locator("#likely")).containsText(TWICE);
        Look.each(page, "customer-likely");
    }

    private static void agree(Page page) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Noteer toestemming"))
                .first()
                .click();
        page.locator("#proof-NEWS").fill("Gezegd aan het loket");
        page.locator("details[open] button").click();
        page.waitForURL(Pattern.compile(".*gedaan=consent-given"));
        assertThat(page.locator("main")).containsText("Gezegd aan het loket");
    }

    private static void indicate(Page page) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Gegeven toevoegen")).click();
        page.locator("#detail-kind").selectOption("GUARDIAN");
        page.locator("#detail-value").fill("Mr. Claes, Mechelsesteenweg 12");
        press(page, "Bewaar gegeven");
        page.waitForURL(Pattern.compile(".*gedaan=detail-kept"));
        assertThat(page.locator(".banner-warn")).containsText("Mr. Claes");
    }

    private static String id(String address) {
        return address.replaceFirst(".*/", "");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
