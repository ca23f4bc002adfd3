// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who belongs to a customer, who acts for him, and with whom he lives. */
@DemoTownTest
class RelativesTest {

    @LocalServerPort int port;

    @Test
    void whoeverActsForACustomerStandsAboveHisPageAndIsReachedFromIt() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);
            String customer = made(page, "Godelieve Vanhoutte");

            page.locator("a[href$='/relaties']").click();
            Look.each(page, "relate");
            page.locator("#name").fill("Mr. Claes, advocaat");
            page.locator("#relation").selectOption("GUARDIAN-FROM");
            press(page, "Bewaar relatie");
            assertThat(page.locator("#proof-e")).containsText("bewijs");
            Look.each(page, "relate-wrong");
            page.locator("#proof").fill("Beschikking vrederechter Mechelen, 12 maart 2026");
            press(page, "Bewaar relatie");
            page.waitForURL(Pattern.compile(".*gedaan=relation-stated"));
            assertThat(page.locator(".banner-warn")).containsText("Mr. Claes");
            Look.each(page, "customer-guarded");

            page.locator(".banner-warn a").click();
            assertThat(page.locator("#relatives ~ *, section:has(#relatives)").first())
                    .containsText("Godelieve Vanhoutte");
            page.navigate(customer);
            press(page, "Is voorbij Mr. Claes, advocaat");
            page.waitForURL(Pattern.compile(".*gedaan=relation-ended"));
            assertThat(page.locator(".banner-warn")).hasCount(0);
        }
    }

    @Test
    void theHouseholdOfTheRegisterIsKept() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);
            page.navigate("/klanten/register");
            page.locator("#family").fill("Belkadi");
            page.locator("#birth").fill("03/11/1988");
            press(page, "Zoek in het register");
            page.locator("form[action$='/neem'] button").first().click();
            page.locator("a", new Page.LocatorOptions().setHasText("Terug naar de klant")).click();
            press(page, "Gezin");
            press(page, "Bewaar dit gezin");
            page.waitForURL(Pattern.compile(".*gedaan=household-kept"));
            assertThat(page.locator("section:has(#relatives)")).containsText("Lina Chaouki");
            Look.each(page, "customer-household");

            page.locator("section:has(#relatives) a.item-title").first().click();
            assertThat(page.locator("section:has(#relatives)")).containsText("Belkadi");
        }
    }

    @Test
    void anAddressIsVerifiedPreferredTakenOutOfUseAndBroughtBack() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);
            made(page, "Ivo Dewachter");
            reached(page, "EMAIL", "ivo@oud.example");
            reached(page, "PHONE", "03 444 55 66");

            open(page, "Wijzig ivo@oud.example");
            press(page, "Nagekeken");
            page.waitForURL(Pattern.compile(".*gedaan=reach-verified"));
            assertThat(page.locator("section:has(#reached)")).containsText("aan het loket");
            open(page, "Wijzig ivo@oud.example");
            press(page, "Gebruik bij voorkeur");
            page.waitForURL(Pattern.compile(".*gedaan=reach-preferred"));
            open(page, "Wijzig ivo@oud.example");
            page.locator("details[open] select[name=why]").selectOption("UNREACHABLE");
            press(page, "Neem uit gebruik");
            page.waitForURL(Pattern.compile(".*gedaan=reach-out"));
            assertThat(page.locator(".identity-meta")).not().containsText("ivo@oud.example");
            open(page, "Niet meer in gebruik");
            open(page, "Voorkeur noteren");
            page.locator("#by").selectOption("POST");
            Look.each(page, "customer-reached");
            press(page, "Bewaar voorkeur");
            page.waitForURL(Pattern.compile(".*gedaan=preference-kept"));
            assertThat(page.locator("section:has(#wishes)")).containsText("per brief");
            open(page, "Niet meer in gebruik");
            press(page, "Gebruik weer ivo@oud.example");
            page.waitForURL(Pattern.compile(".*gedaan=reach-back"));
            assertThat(page.locator(".identity-meta")).containsText("ivo@oud.example");
        }
    }

    @Test
    void whoIsOnTheLineIsMadeSureAndShownWhatMayBeTold() {
        try (Chromium chromium = Chromium.at(port)) {
            Page page = chromium.desk();
            signIn(page);
            String customer = made(page, "Rozemarijn Baert");
            page.navigate("/contact/nieuw?klant=" + customer.replaceFirst(".*/", ""));
            page.locator("#verified").selectOption("QUESTIONS");
            page.locator("#subject").fill("Hoe staat het met mijn aanvraag?");
            press(page, "Bewaar contact");
            assertThat(page.locator("#verifiedBy-e")).isVisible();
            Look.each(page, "contact-verified");
            page.locator("#verifiedBy").fill("Geboortedatum");
            press(page, "Bewaar contact");
            page.waitForURL(Pattern.compile(".*gedaan=contact"));
            assertThat(page.locator(".timeline").first()).containsText("Met controlevragen");
        }
    }

    private static void reached(Page page, String kind, String value) {
        open(page, "Voeg contactgegeven toe");
        page.locator("#kind").selectOption(kind);
        page.locator("#value").fill(value);
        page.locator("details[open] form[action$='/gegevens'] button").click();
        page.waitForURL(Pattern.compile(".*gedaan=reach-added"));
        page.navigate(page.url().replaceFirst("\\?.*", ""));
    }

    private static void open(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    }

    private static void signIn(Page page) {
        page.navigate("/aanmelden");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nadia El Amrani"))
                .click();
        assertThat(page.locator("main#main")).isVisible();
    }

    private static String made(Page page, String name) {
        page.navigate("/klanten/nieuw");
        page.locator("#name").fill(name);
        press(page, "Bewaar klant");
        page.waitForURL(Pattern.compile(".*/klanten/[0-9a-f-]{36}.*"));
        return page.url().replaceFirst("\\?.*", "");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
